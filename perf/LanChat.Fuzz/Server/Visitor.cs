using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using LanChat.Fuzz.Inputs;
using LanChat.Protocol.Dialects.Older;

namespace LanChat.Fuzz.Server;

/// <summary>A client that sends a random session and disconnects in one of several ways.</summary>
internal static class Visitor
{
    /// <summary>A little longer than the server waits for more input.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    // The maximum time of a reply and a close on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Connects and disconnects; returns an error that is not the client's own.</summary>
    public static async Task<string?> Visit(ServerProcess server, ulong seed)
    {
        var dice = new Dice(seed);
        var dialect = dice.Of(AllDialects.List).Name;
        var script = Script.Of(Recordings.Of(dialect), dice);
        using var socket = new Socket(
            AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
        };
        using var patience = new CancellationTokenSource(Patience);
        var step = "connect";
        try
        {
            // Every client has an address of its own, as in a network.
            socket.Bind(
                new IPEndPoint(new IPAddress(
                    [127, (byte)(1 + dice.Below(250)), (byte)dice.Below(256), (byte)(1 + dice.Below(250))]), 0));
            await socket.ConnectAsync(server.EndPointOf(dialect), patience.Token);
            step = "speak";
            var reading = dice.Once(5) ? Task.CompletedTask : Drain(socket, patience.Token);
            foreach (var piece in script)
            {
                if (piece.Bytes.Count > 0)
                    await socket.SendAsync(CollectionsMarshal.AsSpan(piece.Bytes).ToArray(), patience.Token);
                if (piece.Pauses) await Task.Delay(Pause, patience.Token);
            }

            step = "be let go";
            await Go(socket, reading, dice, patience.Token);
            return null;
        }
        catch (SocketException) when (step != "connect")
        {
            return null; // The server closes the connection of a client that violates the protocol.
        }
        catch (Exception wrong) when (wrong is SocketException or OperationCanceledException)
        {
            return $"{dialect}: a client could not {step}: {wrong.Message}";
        }
    }

    private static async Task Go(Socket socket, Task reading, Dice dice, CancellationToken patience)
    {
        var way = dice.Below(4);
        if (way == 0) socket.LingerState = new LingerOption(true, 0);
        if (way == 1) await Task.Delay(dice.Below(20), patience);
        if (way != 2) return;

        // A client that closes its side is answered and then disconnected.
        socket.Shutdown(SocketShutdown.Send);
        await reading;
        await Drain(socket, patience);
    }

    private static async Task Drain(Socket socket, CancellationToken patience)
    {
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, patience) > 0) continue;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Closed by this client or by the server.
        }
    }
}
