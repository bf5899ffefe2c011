using System.Net;
using System.Net.Sockets;
using System.Text;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>A plain TCP client that behaves call for call as the older ones do: one send, one receive.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly byte[] _buffer = new byte[256 * 1024];

    private SocketClient(Socket socket) => Socket = socket;

    public Socket Socket { get; }

    public IPEndPoint Local => (IPEndPoint)Socket.LocalEndPoint!;

    public static async Task<SocketClient> Connect(IPEndPoint endPoint, int? receiveBuffer = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } size) socket.ReceiveBufferSize = size;
        await socket.ConnectAsync(endPoint);
        return new SocketClient(socket);
    }

    public Task Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public async Task Send(byte[] bytes) => await Socket.SendAsync(bytes);

    /// <summary>What one receive returns, as text; null at the end.</summary>
    public async Task<string?> Receive()
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        var count = await Socket.ReceiveAsync(_buffer, patience.Token);
        return count == 0 ? null : Encoding.UTF8.GetString(_buffer, 0, count);
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
