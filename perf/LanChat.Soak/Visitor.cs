using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LanChat.Soak;

/// <summary>A rich client: checks all messages, answers pings, and may send messages.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly Socket _socket = new(
        AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };
    private readonly TaskCompletionSource _entered = new();

    public Heard Heard { get; } = new();

    /// <summary>Why the server closed the connection, if it was not asked to.</summary>
    public string? Closed { get; private set; }

    /// <summary>Completes when the server has closed the connection.</summary>
    public Task Listening { get; private set; } = Task.CompletedTask;

    private bool _leaving;

    public static async Task<Visitor> Enter(IPEndPoint room, string name)
    {
        var visitor = new Visitor();
        await visitor._socket.ConnectAsync(room);
        await visitor.Send($$"""{"hello":1,"nick":"{{name}}"}""");
        visitor.Listening = Task.Run(visitor.Listen);
        await visitor._entered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return visitor;
    }

    public Task Say(string text) => Send($$"""{"say":"{{text}}"}""");

    /// <summary>Closes its sending side and reads to the end.</summary>
    public async Task Leave()
    {
        _leaving = true;
        _socket.Shutdown(SocketShutdown.Send);
        await Listening.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Resets the connection.</summary>
    public async Task Vanish()
    {
        _leaving = true;
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
        await Listening;
    }

    public void Dispose() => _socket.Dispose();

    private async Task Send(string line) => await _socket.SendAsync(Encoding.UTF8.GetBytes(line + "\n"));

    private async Task Listen()
    {
        var buffer = new byte[256 * 1024];
        var held = 0;
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(held)) is > 0 and var count)
            {
                held += count;
                held = Take(buffer, held);
            }

            if (!_leaving) Closed ??= "without a word";
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            if (!_leaving) Closed ??= gone.Message;
        }
    }

    /// <summary>Handles all complete frames, keeps the rest, and returns its length.</summary>
    private int Take(byte[] buffer, int count)
    {
        var rest = buffer.AsSpan(0, count);
        while (rest.IndexOf((byte)'\n') is >= 0 and var end)
        {
            var frame = rest[..end];
            rest = rest[(end + 1)..];
            if (frame.StartsWith("{\"code\":1,"u8) || frame.StartsWith("{\"code\":0,"u8)) Heard.Take(frame);
            else if (frame.StartsWith("{\"code\":3,"u8)) _entered.TrySetResult();
            else if (frame.StartsWith("{\"code\":8,"u8)) _ = Send("""{"pong":1}""");
            else if (frame.StartsWith("{\"code\":9,"u8)) Closed ??= Encoding.UTF8.GetString(frame);
        }

        rest.CopyTo(buffer);
        return rest.Length;
    }
}
