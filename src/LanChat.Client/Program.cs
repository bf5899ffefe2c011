using Akka.Hosting;
using LanChat.Client;
using LanChat.Client.Console;
using LanChat.Client.Plain;
using LanChat.Client.Visits;
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
    var discovery = DiscoverySettings.Read(settings);
    var exit = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);

    using var terminal = new SystemTerminal();
    var capabilities = Capabilities.Detect();
    var visit = new Visit(options.Connect, client.Nick, ClientSettings.UserName, exit);
    var job = capabilities.IsInteractive ? null : PlainJob.Of(options.Connect, client.Nick ?? ClientSettings.UserName, exit);

    var builder = Host.CreateEmptyApplicationBuilder(null);
    builder.Services.AddAkka("lanchat-client", (akka, _) =>
    {
        akka.AddDiagnostics(settings, options.Verbose, Console.Error);
        if (job is null) akka.AddVisit(visit, terminal, new Ink(capabilities.Colors), client, discovery);
        else akka.AddPlain(job, client);
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
