using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Networks;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>
/// The findings of <c>doctor</c> in a working network and in networks with one fault.
/// </summary>
public sealed class DoctorSpecs(OneServer one) : IClassFixture<OneServer>
{
    private const string Loopback = "lanchat.discovery.targets=[\"127.255.255.255\"]";
    private const string Often = "lanchat.discovery.interval=100ms";

    [Fact]
    public async Task An_address_is_a_room_or_a_closed_port_or_another_program()
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
    public async Task In_a_working_network_the_room_is_found_without_problems()
    {
        using var network = TwoHosts.Create();
        await using var server = await ServerProgram.StartThrough(
            ["ip", "netns", "exec", network.First], [Often], local: false);

        network.WaitForCable();
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
    public async Task A_missing_network_is_reported()
    {
        using var network = TwoHosts.Create();
        network.RemoveCable();

        var (code, said) = await In(network.Second);

        Assert.Equal(1, code);
        Assert.StartsWith("problem  No network with an IPv4 address is up", said);
    }

    [NamespaceFact]
    public async Task The_program_that_holds_the_port_exclusively_is_named()
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
    public async Task Datagrams_that_do_not_come_back_are_a_problem()
    {
        using var network = TwoHosts.Create();
        network.WaitForCable();
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
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        var said = await doctor.Output.ReadToEndAsync(timeout.Token);
        return (await doctor.ExitCode(), said);
    }

    private static async Task Greet(Socket listener, byte[] greeting)
    {
        using var peer = await listener.AcceptAsync();
        await peer.SendAsync(greeting);
    }
}
