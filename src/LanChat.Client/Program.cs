using Akka.Hosting;
using LanChat.Client;
using LanChat.Client.Plain;
using LanChat.Settings;
using Microsoft.Extensions.Hosting;

try
{
    if (ClientOptions.Parse(args) is not { } options) return 0;
    if (options.Version)
    {
        Console.WriteLine(ProductVersion.Text);
        return 0;
    }

    var settings = new LayeredSettings(options.Layers);
    var client = ClientSettings.Read(settings);
    var server = options.Connect ?? throw new SettingsException("--connect HOST:PORT is needed where input or output is not a terminal");
    var nick = client.Nick ?? ClientSettings.UserName ?? throw new SettingsException("--nick NAME is needed: this user's name is no nickname");
    var exit = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);

    var builder = Host.CreateEmptyApplicationBuilder(null);
    builder.Services.AddAkka("lanchat-client", (akka, _) =>
    {
        akka.AddDiagnostics(settings, options.Verbose, Console.Error);
        akka.AddPlain(new PlainJob(server, nick, client.Limits.Line, Console.OpenStandardInput(), new StreamWriter(Console.OpenStandardOutput()), Console.Error, exit), client);
    });
    using var host = builder.Build();
    await host.StartAsync();
    await Task.WhenAny(exit.Task, host.WaitForShutdownAsync());
    await host.StopAsync();
    return await exit.Task;
}
catch (SettingsException wrong)
{
    Console.Error.WriteLine($"lanchat-client: {wrong.Message}");
    return 2;
}
