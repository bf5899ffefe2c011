using Akka.Hosting;
using LanChat.Client.Cli;
using LanChat.Client.Console;
using LanChat.Client.Doctor;
using LanChat.Client.Plain;
using LanChat.Client.Settings;
using LanChat.Client.Visits;
using LanChat.Settings;
using Microsoft.Extensions.Hosting;

return await CommandLine.RunAsync(args, async (options, parsed) =>
{
    var layers = options.Settings(parsed);
    var settings = ClientSettings.Read(layers);
    var discovery = DiscoverySettings.Read(layers);
    var exit = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
    var visit = new Visit(options.Server(parsed), settings.Nick, ClientSettings.UserName, exit);
    var capabilities = Capabilities.Detect();
    var job = capabilities.IsInteractive ? null : PlainJob.Of(visit.Server, visit.Nick ?? visit.Suggested, exit);

    using var terminal = new SystemTerminal();
    var builder = Host.CreateEmptyApplicationBuilder(null);
    builder.Services.AddAkka("lanchat-client", (akka, _) =>
    {
        akka.AddDiagnostics(layers, options.IsVerbose(parsed), Console.Error);
        if (job is null) akka.AddVisit(visit, terminal, new Ink(capabilities.Colors), settings, discovery);
        else akka.AddPlain(job, settings);
    });

    using var host = builder.Build();
    await host.StartAsync();
    await Task.WhenAny(exit.Task, host.WaitForShutdownAsync());
    await host.StopAsync();
    return await exit.Task;
}, options => [DoctorCommand.Create(options)]);
