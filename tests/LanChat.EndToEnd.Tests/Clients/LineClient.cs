using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.TestKit;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>Somebody with netcat: types lines, reads frames line by line.</summary>
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

    /// <summary>Enters by a name and reads up to the room's own welcome.</summary>
    public static async Task<LineClient> Enter(IPEndPoint endPoint, string name)
    {
        var client = await Connect(endPoint);
        await client.Type(name);
        await client.Hear($"('{client.Local.Address}', {client.Local.Port})");
        return client;
    }

    public Task Type(string line) => _socket.Send(line + "\n");

    public void EndSending() => _socket.EndSending();

    public void Reset() => _socket.Reset();

    public override async Task<string?> NextLine()
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        return await _reader.ReadLineAsync(patience.Token);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
