using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>
/// An older client: one <c>send</c> is one message, and it takes the result of one <c>recv</c>,
/// usually of 1024 bytes, for one message. It reads all the time.
/// </summary>
internal sealed class OlderClient : IDisposable
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private readonly SocketClient _socket;
    private readonly Channel<string> _arrived = Channel.CreateUnbounded<string>();

    private OlderClient(SocketClient socket, int most)
    {
        _socket = socket;
        // A dedicated thread, as in the older clients: a busy thread pool would read late and take
        // two messages for one.
        new Thread(() => Listen(most)) { IsBackground = true }.Start();
    }

    public IPEndPoint Local => _socket.Local;

    /// <param name="endPoint">The server.</param>
    /// <param name="from">The client's address.</param>
    /// <param name="most">The maximum bytes of one read.</param>
    public static async Task<OlderClient> Connect(IPEndPoint endPoint, string from = "127.0.0.1", int most = 1024) =>
        new(await SocketClient.Connect(endPoint, from: IPAddress.Parse(from)), most);

    public Task Send(string message) => _socket.Send(message);

    public Task Send(byte[] message) => _socket.Send(message);

    public Task SendGbk(string message) => _socket.Send(Gbk.GetBytes(message));

    /// <summary>Returns the next message.</summary>
    public async Task<string> Next() =>
        await NextOrEnd() ?? throw new EndOfStreamException("the server has closed the connection");

    /// <summary>Returns the next message that contains the text; skips others.</summary>
    public async Task<string> Next(string part)
    {
        while (true)
        {
            if (await Next() is var message && message.Contains(part, StringComparison.Ordinal)) return message;
        }
    }

    /// <summary>
    /// Returns the next miniqq message that is not a member list: on a busy machine another list
    /// may come late.
    /// </summary>
    public async Task<string> NextButLists()
    {
        while (true)
        {
            if (await Next() is var message && !message.StartsWith("{\"type\":\"2\"", StringComparison.Ordinal))
                return message;
        }
    }

    /// <summary>Returns the next message; null at the end.</summary>
    public async Task<string?> NextOrEnd()
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        return await _arrived.Reader.WaitToReadAsync(timeout.Token)
            ? await _arrived.Reader.ReadAsync(timeout.Token)
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

        // Completes the channel with the error, so that a waiting reader sees the cause.
        _arrived.Writer.Complete(failure);
    }
}
