using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.TestKit;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>A netcat client: sends lines, reads frames line by line.</summary>
internal sealed class LineClient : FrameReader, IDisposable
{
    private readonly SocketClient _socket;
    private readonly StreamReader _reader;

    private LineClient(SocketClient socket)
    {
        _socket = socket;
        _reader = new StreamReader(new NetworkStream(socket.Socket));
    }

    public IPEndPoint Local => _socket.Local;

    public static async Task<LineClient> Connect(IPEndPoint endPoint) => new(await SocketClient.Connect(endPoint));

    /// <summary>Joins and reads up to the client's own welcome.</summary>
    public static async Task<LineClient> Enter(IPEndPoint endPoint, string name)
    {
        var client = await Connect(endPoint);
        await client.Type(name);
        await client.Receive($"('{client.Local.Address}', {client.Local.Port})");
        return client;
    }

    public Task Type(string line) => _socket.Send(line + "\n");

    public void EndSending() => _socket.EndSending();

    public void Reset() => _socket.Reset();

    public override async Task<string?> NextLine()
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        return await _reader.ReadLineAsync(timeout.Token);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
