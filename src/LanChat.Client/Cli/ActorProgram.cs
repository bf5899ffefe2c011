using Akka.Hosting;
using LanChat.Cli;
using LanChat.Settings;
using Microsoft.Extensions.Hosting;

namespace LanChat.Client.Cli;

/// <summary>Runs actors until they give the code to exit with, or a signal ends them.</summary>
internal static class ActorProgram
{
    /// <param name="settings">Configures the actor system.</param>
    /// <param name="verbose">Whether it logs.</param>
    /// <param name="exit">The actors' answer. Where a signal leaves them without one, the code says which signal it was.</param>
    /// <param name="add">Starts the actors.</param>
    public static async Task<int> RunAsync(
        LayeredSettings settings, bool verbose, Task<int> exit, Action<AkkaConfigurationBuilder> add)
    {
        AkkaSettings.Check(settings);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAkka("lanchat", (akka, _) =>
        {
            // Even to ask for it has .NET write to a terminal.
            akka.AddDiagnostics(settings, verbose, verbose ? Console.Error : TextWriter.Null);
            add(akka);
        });

        using var interruption = new Interruption();
        using var host = builder.Build();
        await ProgramStart.RunAsync(settings, () => host.StartAsync());
        await Task.WhenAny(exit, interruption.Code);
        await host.StopAsync();
        return await (exit.IsCompleted ? exit : interruption.Code);
    }
}
