using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>Somebody with netcat: types lines, reads frames line by line.</summary>
internal sealed class LineClient : IDisposable
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

    /// <summary>The next frame; null at the end.</summary>
    public async Task<JsonNode?> NextFrame()
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        return await _reader.ReadLineAsync(patience.Token) is { } line ? JsonNode.Parse(line) : null;
    }

    /// <summary>The next frame of a code, passing over others.</summary>
    public async Task<JsonNode> NextFrame(int code)
    {
        while (await NextFrame() is { } frame)
        {
            if ((int)frame["code"]! == code) return frame;
        }

        throw new EndOfStreamException($"closed before a frame of code {code}");
    }

    /// <summary>The next message whose text contains something, passing over others.</summary>
    public async Task<JsonNode> Hear(string text)
    {
        while (true)
        {
            var message = (await NextFrame(1))["data"]![0]!;
            if (((string)message["message"]!).Contains(text, StringComparison.Ordinal)) return message;
        }
    }

    /// <summary>Returns when there was a message with each of these texts, in whatever order.</summary>
    public async Task HearAll(params string[] texts)
    {
        var missing = texts.ToList();
        while (missing.Count > 0)
        {
            var heard = (string)(await NextFrame(1))["data"]![0]!["message"]!;
            missing.RemoveAll(text => heard.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>The next message of somebody else than the room.</summary>
    public async Task<(string From, string Text)> NextSaid()
    {
        while (true)
        {
            var message = (await NextFrame(1))["data"]![0]!;
            if ((string)message["nickname"]! is var from && from != "系统消息") return (from, (string)message["message"]!);
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
