using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>
/// An older client: one <c>send</c> is a message, and what one <c>recv</c>, usually of 1024 bytes,
/// returned is taken for one. It receives all the time, whatever else it does.
/// </summary>
internal sealed class OlderClient : IDisposable
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private readonly SocketClient _socket;
    private readonly Channel<string> _arrived = Channel.CreateUnbounded<string>();

    private OlderClient(SocketClient socket, int most)
    {
        _socket = socket;
        // A thread of its own, as the older clients have: a busy pool would come late, and read two
        // messages as one.
        new Thread(() => Listen(most)) { IsBackground = true }.Start();
    }

    public IPEndPoint Local => _socket.Local;

    /// <param name="endPoint">Where the server is.</param>
    /// <param name="from">The address it comes from.</param>
    /// <param name="most">The most bytes it receives at once.</param>
    public static async Task<OlderClient> Connect(IPEndPoint endPoint, string from = "127.0.0.1", int most = 1024) =>
        new(await SocketClient.Connect(endPoint, from: IPAddress.Parse(from)), most);

    public Task Send(string message) => _socket.Send(message);

    public Task Send(byte[] message) => _socket.Send(message);

    public Task SendGbk(string message) => _socket.Send(Gbk.GetBytes(message));

    /// <summary>The next message.</summary>
    public async Task<string> Next() =>
        await NextOrEnd() ?? throw new EndOfStreamException("the server has closed the connection");

    /// <summary>The next message that holds something, passing over others.</summary>
    public async Task<string> Next(string part)
    {
        while (true)
        {
            if (await Next() is var message && message.Contains(part, StringComparison.Ordinal)) return message;
        }
    }

    /// <summary>
    /// The next message of miniqq that is no list of who is here: on a busy machine another one may
    /// come late.
    /// </summary>
    public async Task<string> NextButLists()
    {
        while (true)
        {
            if (await Next() is var message && !message.StartsWith("{\"type\":\"2\"", StringComparison.Ordinal))
                return message;
        }
    }

    /// <summary>The next message; null at the end.</summary>
    public async Task<string?> NextOrEnd()
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        return await _arrived.Reader.WaitToReadAsync(patience.Token)
            ? await _arrived.Reader.ReadAsync(patience.Token)
            : null;
    }

    public void Reset() => _socket.Reset();

    public void Dispose() => _socket.Dispose();

    private void Listen(int most)
    {
        Exception? failure = null;
        try
        {
            while (_socket.ReceiveBlocking(most) is { } message) _arrived.Writer.TryWrite(message);
        }
        catch (Exception wrong) when (wrong is SocketException or ObjectDisposedException)
        {
            failure = wrong;
        }

        // Whoever waits for a message is told why none will come.
        _arrived.Writer.Complete(failure);
    }
}
