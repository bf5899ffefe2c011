using System.Net;
using System.Net.Sockets;
using System.Text;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>
/// A plain TCP client that behaves call for call as the older ones do: one send, one receive.
/// </summary>
internal sealed class SocketClient : IDisposable
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    private SocketClient(Socket socket) => Socket = socket;

    public Socket Socket { get; }

    public IPEndPoint Local => (IPEndPoint)Socket.LocalEndPoint!;

    /// <param name="endPoint">Where the server is.</param>
    /// <param name="receiveBuffer">
    /// How many bytes the system takes for it before it reads them.
    /// </param>
    /// <param name="from">The address it comes from; the system's choice if none.</param>
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
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        await Socket.SendAsync(bytes, patience.Token);
    }

    /// <summary>
    /// What one receive returns, as text (half a character comes with its other half); null at the
    /// end.
    /// </summary>
    public async Task<string?> Receive()
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        return await Receive(_buffer.Length, patience.Token);
    }

    /// <inheritdoc cref="Receive()"/>
    /// <param name="most">The most bytes it takes.</param>
    /// <param name="patience">Ends the wait.</param>
    public async Task<string?> Receive(int most, CancellationToken patience)
    {
        return Decode(await Socket.ReceiveAsync(_buffer.AsMemory(0, most), patience));
    }

    /// <summary>
    /// As <see cref="Receive(int, CancellationToken)"/>, on the caller's own thread, which waits.
    /// </summary>
    public string? ReceiveBlocking(int most) => Decode(Socket.Receive(_buffer, 0, most, SocketFlags.None));

    private string? Decode(int count)
    {
        if (count == 0) return null;
        var text = new char[_decoder.GetCharCount(_buffer, 0, count)];
        _decoder.GetChars(_buffer, 0, count, text, 0);
        return new string(text);
    }

    /// <summary>Everything until the server closes.</summary>
    public async Task<string> ReceiveAll()
    {
        var all = new StringBuilder();
        while (await Receive() is { } part) all.Append(part);
        return all.ToString();
    }

    public void EndSending() => Socket.Shutdown(SocketShutdown.Send);

    /// <summary>Vanishes without a goodbye: the server gets a reset.</summary>
    public void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Dispose();
    }

    public void Dispose() => Socket.Dispose();
}
