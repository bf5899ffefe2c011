using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>A telnet client at the port of the line dialect that has read its greeting.</summary>
internal sealed class TelnetClient : IDisposable
{
    private readonly SocketClient _socket;
    private string _received = "";

    private TelnetClient(SocketClient socket) => _socket = socket;

    public static async Task<TelnetClient> Connect(ServerProgram server)
    {
        var client = new TelnetClient(await SocketClient.Connect(server.EndPointOf("line")));
        Assert.Equal("Connect Success", await client.Next());
        return client;
    }

    public static async Task<TelnetClient> Login(ServerProgram server, string name)
    {
        var client = await Connect(server);
        await client.Type($"login {name}");
        Assert.Equal("Login Success", await client.Next());
        return client;
    }

    public Task Type(string line) => _socket.Send(line + "\n");

    /// <summary>Returns the next line.</summary>
    public async Task<string> Next() =>
        await NextOrEnd() ?? throw new EndOfStreamException("the server has closed the connection");

    /// <summary>Returns the next line without its line end; null at the end.</summary>
    public async Task<string?> NextOrEnd()
    {
        int end;
        while ((end = _received.IndexOf('\n')) < 0)
        {
            if (await _socket.Receive() is not { } more) return null;
            _received += more;
        }

        var line = _received[..end];
        _received = _received[(end + 1)..];
        return line;
    }

    public void Reset() => _socket.Reset();

    public void Dispose() => _socket.Dispose();
}
