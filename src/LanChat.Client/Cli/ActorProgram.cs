using Akka.Hosting;
using LanChat.Cli;
using LanChat.Settings;
using Microsoft.Extensions.Hosting;

namespace LanChat.Client.Cli;

/// <summary>Runs actors until they return an exit code or a signal ends the program.</summary>
internal static class ActorProgram
{
    /// <param name="settings">Configures the actor system.</param>
    /// <param name="verbose">Whether to log.</param>
    /// <param name="exit">
    /// The exit code of the actors; a signal that comes first gives its own code.
    /// </param>
    /// <param name="add">Adds the actors.</param>
    public static async Task<int> RunAsync(
        LayeredSettings settings, bool verbose, Task<int> exit, Action<AkkaConfigurationBuilder> add)
    {
        AkkaSettings.Check(settings);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAkka("lanchat", (akka, _) =>
        {
            // Merely reading Console.Error initialises the terminal, so only do it when verbose.
            akka.AddDiagnostics(settings, verbose, verbose ? Console.Error : TextWriter.Null);
            add(akka);
        });

        using var signals = new TerminationSignals();
        using var host = builder.Build();
        await ProgramStart.RunAsync(settings, () => host.StartAsync());
        await Task.WhenAny(exit, signals.Code);
        await host.StopAsync();
        return await (exit.IsCompleted ? exit : signals.Code);
    }
}
