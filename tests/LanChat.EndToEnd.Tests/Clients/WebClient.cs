using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>Somebody in a browser, as far as the server sees them: the rich mode over a WebSocket.</summary>
internal sealed class WebClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<string> _lines = [];

    public static Task<WebClient> Connect(Uri page, string? origin = null) => ConnectWith(page, origin is null ? [] : [("Origin", origin)]);

    /// <summary>With headers of its own, or of a proxy in between.</summary>
    public static async Task<WebClient> ConnectWith(Uri page, params (string Name, string Value)[] headers)
    {
        var client = new WebClient();
        foreach (var (name, value) in headers) client._socket.Options.SetRequestHeader(name, value);
        client._socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        await client._socket.ConnectAsync(new UriBuilder(new Uri(page, "ws")) { Scheme = page.Scheme == "https" ? "wss" : "ws" }.Uri, Patience());
        return client;
    }

    public static async Task<WebClient> Enter(Uri page, string name)
    {
        var client = await Connect(page);
        await client.Send(new JsonObject { ["hello"] = 1, ["nick"] = name });
        return client;
    }

    public Task Say(string text) => Send(new JsonObject { ["say"] = text });

    public Task Send(JsonObject wish) => Send(wish.ToJsonString());

    public Task Send(string message, bool isWhole = true) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, isWhole, Patience());

    public Task Close() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Patience());

    public void Break() => _socket.Abort();

    /// <summary>The next frame; null at the end.</summary>
    public async Task<JsonNode?> NextFrame() => await NextLine() is { } line ? JsonNode.Parse(line) : null;

    /// <summary>The next frame as it came, without its line end; null at the end.</summary>
    public async Task<string?> NextLine()
    {
        while (_lines.Count == 0)
        {
            if (await NextMessage() is not { } message) return null;
            Assert.EndsWith("\n", message);
            foreach (var line in message.Split('\n', StringSplitOptions.RemoveEmptyEntries)) _lines.Enqueue(line);
        }

        return _lines.Dequeue();
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

    public void Dispose() => _socket.Dispose();

    private async Task<string?> NextMessage()
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await _socket.ReceiveAsync(buffer.AsMemory(), Patience());
            if (read.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, read.Count);
            if (read.EndOfMessage) return Encoding.UTF8.GetString(message.ToArray());
        }
    }

    private static CancellationToken Patience() => new CancellationTokenSource(RunningProgram.Patience).Token;
}
