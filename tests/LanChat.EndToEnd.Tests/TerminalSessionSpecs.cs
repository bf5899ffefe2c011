using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>
/// A session of the console client in an 80 by 24 terminal, from finding a room to quitting.
/// </summary>
public sealed class TerminalSessionSpecs
{
    private readonly string[] _announced =
        ["lanchat.discovery.interval=200ms", $"lanchat.discovery.port={FreeUdpPort()}"];

    private static int FreeUdpPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private Task<ServerProgram> Open(string room, int port = 0) =>
        ServerProgram.Start(
            [.. _announced, $"lanchat.server.room.name=\"{room}\"", $"lanchat.server.listen.json={port}"]);

    private Task<TmuxTerminal> Start() => TmuxTerminal.Start(
        80, 24, "lanchat", ["--nick", "ann", .. _announced.Append(
            "lanchat.client.reconnect.longest=200ms").SelectMany(setting => new[] { "--set", setting })]);

    [TmuxFact]
    public async Task A_room_is_found_joined_and_rejoined_after_its_server_was_killed()
    {
        await using var first = await Open("Our room");
        await using var ann = await Start();
        await ann.Sees("Rooms near you", "1 ● Our room", $"{first.EndPoint}", "Room or HOST:PORT:");

        await ann.Type("our room");
        await ann.Sees("── Our room", "you are ann", "● Our room · 1 here", "ann>");
        using (var ben = await LineClient.Enter(first.EndPoint, "ben"))
        {
            await ann.Sees("2 here", "│ ben");
            await ann.Type("hello 大家好 :tada:");
            Assert.Equal(("ann", "hello 大家好 🎉"), await ben.NextSaid());
            await ann.Sees("▸ ann: hello 大家好 🎉");

            await ann.Type("/msg ben only you");
            await ben.Receive("only you");
            await ann.Sees("▸ ann: (private to ben) only you");
            await ben.Type("@ann and only you");
            await ann.Sees("  ben: (private to ann) and only you");
        }

        first.Program.Signal(RunningProgram.Kill);
        await ann.Sees("○ Our room · offline", "Trying again in");
        await using var again = await Open("Our room", first.Port);
        await ann.Sees("Back in Our room.", "● Our room · 1 here");
        using var eve = await LineClient.Enter(again.EndPoint, "eve");
        await ann.Type("still here");
        Assert.Equal(("ann", "still here"), await eve.NextSaid());

        await ann.Type("/quit");
        await ann.Ends();
    }

    [TmuxFact]
    public async Task Messages_in_the_other_of_two_rooms_are_counted_in_its_tab()
    {
        await using var one = await Open("Our room");
        await using var other = await Open("物联网 Lab");
        await using var ann = await Start();
        await ann.Sees("● Our room", "● 物联网 Lab");
        await ann.Type($"{one.EndPoint}");
        await ann.Sees("you are ann", "● Our room · 1 here");
        using var ben = await LineClient.Enter(one.EndPoint, "ben");
        await ann.Sees("│ ben");

        await ann.Type("/join 物联网 Lab");
        await ann.Sees("── 物联网 Lab", " 1 Our room  2 物联网 Lab", "● 物联网 Lab · 1 here");
        await ben.Type("are you there?");
        await ben.Type("ann?");
        await ann.Sees(" 1 Our room +2!  2 物联网 Lab");

        await ann.Press("M-1");
        await ann.Sees("● Our room · 2 here", "— new —", "  ben: ann?", " 1 Our room  2 物联网 Lab");
        await ann.Type("I am");
        await ben.Receive("I am");
        await ann.Press("M-2");
        await ann.Sees("● 物联网 Lab · 1 here");
        Assert.DoesNotContain("I am", await ann.Screen());

        await ann.Type("/part");
        await ann.Sees("● Our room · 2 here", "▸ ann: I am");
        await ann.Type("/quit");
        await ann.Ends();
    }
}
