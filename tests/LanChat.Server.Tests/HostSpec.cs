using System.Net;
using System.Net.Sockets;
using System.Text;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Rooms;
using LanChat.Server.Discovery;
using LanChat.Server.Files;
using LanChat.Server.Listening;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace LanChat.Server.Tests;

/// <summary>The server as the program composes it, in this process.</summary>
public abstract class HostSpec : IAsyncLifetime
{
    private protected static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    protected HostSpec(TimeProvider clock)
    {
        string[] assignments =
        [
            "lanchat.server.listen.address=127.0.0.1", "lanchat.server.listen.json=0",
            "lanchat.discovery.targets=[\"127.255.255.255\"]",
            "lanchat.discovery.port=9",
        ];
        var layers = new LayeredSettings(assignments.Select(Layer.OfAssignment));
        var settings = ServerSettings.Read(layers);
        var files = new SharedFiles(
            new SnippetStore(settings.Files, clock), uploads: null, NullLogger<SharedFiles>.Instance);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddAkka("lanchat", (akka, _) => akka
            .AddHocon(layers.Config, HoconAddMode.Prepend)
            .ConfigureLoggers(loggers => loggers.ClearLoggers())
            .AddRooms(settings, RestoredState.None, clock, files)
            .AddConnections(settings, clock)
            .AddDiscovery(settings, () => null));
        Host = builder.Build();
    }

    private protected IHost Host { get; }

    private protected IPEndPoint EndPoint { get; private set; } = new(IPAddress.None, 0);

    public async Task InitializeAsync()
    {
        await Host.StartAsync();
        var listener = Host.Services.GetRequiredService<IRequiredActor<ConnectionManagerActor>>().ActorRef;
        EndPoint = (await listener.Ask<ConnectionManagerProtocol.Listening>(
            ConnectionManagerProtocol.Subscribe.Instance, Timeout)).Endpoints[0].EndPoint;
    }

    public Task DisposeAsync()
    {
        Host.Dispose();
        return Task.CompletedTask;
    }

    private protected async Task<TcpClient> EnterAsync(string name)
    {
        var client = new TcpClient { ReceiveTimeout = (int)Timeout.TotalMilliseconds };
        await client.ConnectAsync(EndPoint);
        client.Client.Send(Encoding.UTF8.GetBytes($"{name}\n"));
        await ReadAsync(client, until: $"【{name}】加入聊天室");
        return client;
    }

    private protected static async Task<string> ReadAsync(TcpClient client, string until)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        var (all, buffer) = (new MemoryStream(), new byte[8192]);
        while (true)
        {
            var text = Encoding.UTF8.GetString(all.ToArray());
            if (text.Contains(until, StringComparison.Ordinal)) return text;
            var count = await client.GetStream().ReadAsync(buffer, timeout.Token);
            if (count == 0) throw new EndOfStreamException(text);
            all.Write(buffer, 0, count);
        }
    }
}
