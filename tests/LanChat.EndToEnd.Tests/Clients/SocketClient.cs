using System.Net;
using System.Net.Sockets;
using System.Text;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>
/// A plain TCP client that makes the same calls as the older clients: one send, one receive.
/// </summary>
internal sealed class SocketClient : IDisposable
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    private SocketClient(Socket socket) => Socket = socket;

    public Socket Socket { get; }

    public IPEndPoint Local => (IPEndPoint)Socket.LocalEndPoint!;

    /// <param name="endPoint">The server.</param>
    /// <param name="receiveBuffer">The size of the socket's receive buffer in bytes.</param>
    /// <param name="from">The client's address; null: the system's choice.</param>
    public static async Task<SocketClient> Connect(
        IPEndPoint endPoint, int? receiveBuffer = null, IPAddress? from = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } size) socket.ReceiveBufferSize = size;
        if (from is not null) socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(endPoint);
        return new SocketClient(socket);
    }

    public Task Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public async Task Send(byte[] bytes)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        await Socket.SendAsync(bytes, timeout.Token);
    }

    /// <summary>
    /// Returns the result of one receive as text; null at the end. Half a character is held until
    /// its other half comes.
    /// </summary>
    public async Task<string?> Receive()
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        return await Receive(_buffer.Length, timeout.Token);
    }

    /// <inheritdoc cref="Receive()"/>
    /// <param name="most">The maximum bytes to read.</param>
    /// <param name="timeout">Ends the wait.</param>
    public async Task<string?> Receive(int most, CancellationToken timeout)
    {
        return Decode(await Socket.ReceiveAsync(_buffer.AsMemory(0, most), timeout));
    }

    /// <summary>
    /// As <see cref="Receive(int, CancellationToken)"/>, blocking the caller's thread.
    /// </summary>
    public string? ReceiveBlocking(int most) => Decode(Socket.Receive(_buffer, 0, most, SocketFlags.None));

    private string? Decode(int count)
    {
        if (count == 0) return null;
        var text = new char[_decoder.GetCharCount(_buffer, 0, count)];
        _decoder.GetChars(_buffer, 0, count, text, 0);
        return new string(text);
    }

    /// <summary>Reads until the server closes the connection.</summary>
    public async Task<string> ReceiveAll()
    {
        var all = new StringBuilder();
        while (await Receive() is { } part) all.Append(part);
        return all.ToString();
    }

    public void EndSending() => Socket.Shutdown(SocketShutdown.Send);

    /// <summary>Resets the connection.</summary>
    public void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Dispose();
    }

    public void Dispose() => Socket.Dispose();
}
