using System.Net;
using System.Net.Sockets;
using System.Text;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Protocol;
using LanChat.Server.Connections;
using LanChat.Server.Discovery;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LanChat.Server.Tests;

/// <summary>The server as the program composes it, in this process.</summary>
public sealed class HostingSpecs : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IHost _host;
    private IPEndPoint _endPoint = new(IPAddress.None, 0);

    public HostingSpecs()
    {
        string[] assignments =
        [
            "lanchat.server.listen.address=127.0.0.1", "lanchat.server.listen.json=0", "lanchat.discovery.targets=[\"127.255.255.255\"]",
            "lanchat.discovery.port=9",
        ];
        var layers = new LayeredSettings(assignments.Select(Layer.OfAssignment));
        var settings = ServerSettings.Read(layers);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddAkka("lanchat", (akka, _) => akka
            .AddHocon(layers.Config, HoconAddMode.Prepend)
            .ConfigureLoggers(loggers => loggers.ClearLoggers())
            .AddRooms(settings, TimeProvider.System)
            .AddConnections(settings, TimeProvider.System)
            .AddDiscovery(settings));
        _host = builder.Build();
    }

    public async Task InitializeAsync()
    {
        await _host.StartAsync();
        var listener = _host.Services.GetRequiredService<IRequiredActor<ReceptionActor>>().ActorRef;
        _endPoint = (await listener.Ask<ReceptionProtocol.Listening>(ReceptionProtocol.Subscribe.Instance, Patience)).Doors[0].EndPoint;
    }

    public Task DisposeAsync()
    {
        _host.Dispose();
        return Task.CompletedTask;
    }

    private async Task<TcpClient> EnterAsync(string name)
    {
        var client = new TcpClient { ReceiveTimeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(_endPoint);
        client.Client.Send(Encoding.UTF8.GetBytes($"{name}\n"));
        await ReadAsync(client, until: $"【{name}】加入聊天室");
        return client;
    }

    private static async Task<string> ReadAsync(TcpClient client, string until)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (all, buffer) = (new MemoryStream(), new byte[8192]);
        while (true)
        {
            var text = Encoding.UTF8.GetString(all.ToArray());
            if (text.Contains(until, StringComparison.Ordinal)) return text;
            var count = await client.GetStream().ReadAsync(buffer, patience.Token);
            if (count == 0) throw new EndOfStreamException(text);
            all.Write(buffer, 0, count);
        }
    }

    [Fact]
    public async Task What_one_says_the_other_hears()
    {
        using var ann = await EnterAsync("Ann");
        using var ben = await EnterAsync("Ben");

        ann.Client.Send("hello\n"u8);

        Assert.Contains("\"nickname\":\"Ann\"", await ReadAsync(ben, until: "\"message\":\"hello\""));
    }

    [Fact]
    public async Task Everyone_hears_the_goodbye_before_the_program_ends()
    {
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(_endPoint);
        using var ann = await EnterAsync("Ann");

        var stopped = _host.StopAsync();

        await ReadAsync(ann, until: Refusal.Closing.Text);
        await ReadAsync(stranger, until: Refusal.Closing.Text);
        ann.Close();
        stranger.Close();
        await stopped.WaitAsync(Patience);
    }

    [Fact]
    public async Task Who_does_not_close_their_side_cannot_hold_up_the_end()
    {
        using var ann = await EnterAsync("Ann");

        await _host.StopAsync().WaitAsync(Patience);

        await ReadAsync(ann, until: Refusal.Closing.Text);
        Assert.Throws<SocketException>(() => new TcpClient().Connect(_endPoint));
    }
}
