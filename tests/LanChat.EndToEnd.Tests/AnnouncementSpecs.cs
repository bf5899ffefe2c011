using System.Net;
using System.Net.Sockets;
using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Networks;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class AnnouncementSpecs
{
    [Fact]
    public async Task A_room_is_announced_to_every_listener_on_the_same_machine()
    {
        using var one = Listener(0);
        using var other = Listener(((IPEndPoint)one.LocalEndPoint!).Port);
        await using var server = await ServerProgram.Start(
            "lanchat.discovery.interval=100ms", $"lanchat.discovery.port={((IPEndPoint)one.LocalEndPoint!).Port}");

        var expected = await Receive(one);
        Assert.Matches($$"""^{"name": "Our room", "ip": "127.0.0.1", "port": {{server.Port}}, "members": 0, "log": "[0-9a-f]{16}"}$""", expected);
        Assert.Equal(expected, await Receive(other));
        Assert.Equal(expected, await Receive(one));

        using var ann = await LineClient.Enter(server.EndPoint, "ann");
        string received;
        do received = await Receive(one); while (received == expected);
        Assert.Equal(expected.Replace("\"members\": 0", "\"members\": 1", StringComparison.Ordinal), received);
    }

    [NamespaceFact]
    public async Task Another_host_receives_the_address_it_can_reach()
    {
        using var network = TwoHosts.Create();
        using var listener = network.OnSecond(() => Listener(8000));
        await using var server = await ServerProgram.StartThrough(
            ["ip", "netns", "exec", network.First], ["lanchat.discovery.interval=100ms"], local: false);

        Assert.StartsWith(
            $$"""{"name": "Our room", "ip": "{{TwoHosts.FirstAddress}}", "port": {{server.Port}}, "members": 0, """,
            await Receive(listener),
            StringComparison.Ordinal);
        using var client = network.OnSecond(
            () => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        await client.ConnectAsync(IPAddress.Parse(TwoHosts.FirstAddress), server.Port);
        await client.SendAsync("visitor\n"u8.ToArray());
        var buffer = new byte[4096];
        Assert.Contains("消息记录", Encoding.UTF8.GetString(buffer, 0, await client.ReceiveAsync(buffer)));
    }

    [NamespaceFact]
    public async Task An_interface_that_comes_up_later_is_announced_on_and_one_that_goes_down_is_skipped()
    {
        using var network = TwoHosts.Create();
        network.SetFirst(up: false);
        await using var server = await ServerProgram.StartThrough(
            ["ip", "netns", "exec", network.First], ["lanchat.discovery.interval=100ms"], local: false);
        using var listener = network.OnSecond(() => Listener(8000));

        network.SetFirst(up: true);
        Assert.Contains(TwoHosts.FirstAddress, await Receive(listener));
        network.SetFirst(up: false);
        network.SetFirst(up: true);
        Assert.Contains(TwoHosts.FirstAddress, await Receive(listener));
        Assert.Equal(0, await server.Stop());
    }

    private static Socket Listener(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Any, port));
        return socket;
    }

    private static async Task<string> Receive(Socket socket)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        var buffer = new byte[4096];
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, timeout.Token));
    }
}
