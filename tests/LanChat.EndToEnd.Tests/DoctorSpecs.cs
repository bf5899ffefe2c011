using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Networks;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>
/// What <c>doctor</c> says of networks that are well, and of networks with one thing broken.
/// </summary>
public sealed class DoctorSpecs(OneServer one) : IClassFixture<OneServer>
{
    private const string Loopback = "lanchat.discovery.targets=[\"127.255.255.255\"]";
    private const string Often = "lanchat.discovery.interval=100ms";

    [Fact]
    public async Task A_room_s_address_is_told_from_one_where_nobody_listens_and_one_where_no_room_is()
    {
        Assert.Contains(
            $"{one.Server.EndPoint} is a room, and can be entered.",
            (await OnThisMachine(one.Server.EndPoint)).Said);

        using var stranger = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        stranger.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var address = (IPEndPoint)stranger.LocalEndPoint!;
        var refused = await OnThisMachine(address);
        Assert.Equal(1, refused.Code);
        Assert.Contains($"problem  The host of {address} answers, but no program listens on that port.", refused.Said);

        stranger.Listen();
        var greeting = Greet(stranger, "220 mail.example ESMTP\r\n"u8.ToArray());
        Assert.Contains($"{address} answers, but it is not a LanChat server.", (await OnThisMachine(address)).Said);
        await greeting;
    }

    [NamespaceFact]
    public async Task In_a_network_that_is_well_it_hears_the_room_and_finds_nothing()
    {
        using var network = TwoHosts.Create();
        await using var server = await ServerProgram.StartThrough(
            ["ip", "netns", "exec", network.First], [Often], local: false);

        network.AwaitCable();
        var (code, said) = await In(network.Second, $"{TwoHosts.FirstAddress}:{server.Port}");

        Assert.Contains($"cable has the address {TwoHosts.SecondAddress}, broadcast 10.77.0.255.", said);
        Assert.Contains("Datagrams to 10.77.0.255, port 8000, come back.", said);
        Assert.Contains($"Found: Our room at {TwoHosts.FirstAddress}:{server.Port}.", said);
        Assert.Contains("Datagrams of other devices arrive", said);
        Assert.Contains(
            $"{TwoHosts.FirstAddress}:{server.Port} is the room Our room, and can be entered.", said);
        Assert.Equal(0, code);
    }

    [NamespaceFact]
    public async Task Without_a_network_it_says_so()
    {
        using var network = TwoHosts.Create();
        network.TakeCable();

        var (code, said) = await In(network.Second);

        Assert.Equal(1, code);
        Assert.StartsWith("problem  No network with an IPv4 address is up", said);
    }

    [NamespaceFact]
    public async Task It_names_the_program_that_keeps_the_port_to_itself()
    {
        using var network = TwoHosts.Create();
        using var holder = network.OnSecond(() =>
        {
            var socket = new Socket(
                AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
            {
                ExclusiveAddressUse = true,
            };
            socket.Bind(new IPEndPoint(IPAddress.Any, 8000));
            return socket;
        });

        var (code, said) = await In(network.Second);

        Assert.Equal(1, code);
        Assert.Contains("problem  UDP port 8000 is used by ", said);
        Assert.Contains($"(process {Environment.ProcessId}), so rooms can't be found", said);
    }

    [NamespaceFact]
    public async Task What_does_not_come_back_is_a_problem()
    {
        using var network = TwoHosts.Create();
        network.AwaitCable();
        network.ForgetBroadcastOnSecond();

        var (code, said) = await In(network.Second);

        Assert.Equal(1, code);
        Assert.Contains("problem  Datagrams to 10.77.0.255, port 8000, don't come back", said);
    }

    private static Task<(int Code, string Said)> OnThisMachine(IPEndPoint server)
    {
        using var free = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return Run([], [
            "--set",
            Loopback,
            "--set",
            $"lanchat.discovery.port={((IPEndPoint)free.Client.LocalEndPoint!).Port}",
            $"{server}",
        ]);
    }

    private static Task<(int Code, string Said)> In(string host, params string[] arguments) =>
        Run(["ip", "netns", "exec", host], arguments);

    private static async Task<(int Code, string Said)> Run(string[] through, string[] arguments)
    {
        await using var doctor = RunningProgram.Start("lanchat", ["doctor", "--set", Often, .. arguments], through);
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        var said = await doctor.Output.ReadToEndAsync(patience.Token);
        return (await doctor.ExitCode(), said);
    }

    private static async Task Greet(Socket listener, byte[] greeting)
    {
        using var peer = await listener.AcceptAsync();
        await peer.SendAsync(greeting);
    }
}
