using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using LanChat.Fuzz.Inputs;
using LanChat.Protocol.Dialects.Older;

namespace LanChat.Fuzz.Server;

/// <summary>
/// A client that says what a seed makes it say, and goes in one of the ways that clients do.
/// </summary>
internal static class Visitor
{
    /// <summary>A little longer than the server waits for more.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    // What a server may take to answer and close, on a machine that does much else.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Comes and goes; what went wrong, if it was not the client's own doing.</summary>
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
            // Each from an address of its own, as on a network.
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
            return null; // The server closes on whoever breaks the rules.
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

        // Who ends their side is answered, and then closed.
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
            // By its own doing, or the server's.
        }
    }
}
