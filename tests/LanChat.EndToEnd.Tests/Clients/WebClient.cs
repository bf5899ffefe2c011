using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.TestKit;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>A browser as the server sees it: the rich mode over a WebSocket.</summary>
internal sealed class WebClient : FrameReader, IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<string> _lines = [];

    public static Task<WebClient> Connect(Uri page, string? origin = null) =>
        ConnectWith(page, origin is null ? [] : [("Origin", origin)]);

    /// <summary>Connects with additional headers, as a proxy sends them.</summary>
    public static async Task<WebClient> ConnectWith(Uri page, params (string Name, string Value)[] headers)
    {
        var client = new WebClient();
        foreach (var (name, value) in headers) client._socket.Options.SetRequestHeader(name, value);
        client._socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        await client._socket.ConnectAsync(
            new UriBuilder(new Uri(page, "ws")) { Scheme = page.Scheme == "https" ? "wss" : "ws" }.Uri, Timeout());
        return client;
    }

    public static async Task<WebClient> Enter(Uri page, string name)
    {
        var client = await Connect(page);
        await client.Send(new JsonObject { ["hello"] = 1, ["nick"] = name });
        return client;
    }

    public Task Say(string text) => Send(new JsonObject { ["say"] = text });

    public Task Send(JsonObject request) => Send(request.ToJsonString());

    public Task Send(string message, bool isWhole = true) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, isWhole, Timeout());

    public Task Close() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Timeout());

    public void Break() => _socket.Abort();

    public override async Task<string?> NextLine()
    {
        while (_lines.Count == 0)
        {
            if (await NextWebSocketText() is not { } message) return null;
            Assert.EndsWith("\n", message);
            foreach (var line in message.Split('\n', StringSplitOptions.RemoveEmptyEntries)) _lines.Enqueue(line);
        }

        return _lines.Dequeue();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string?> NextWebSocketText()
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await _socket.ReceiveAsync(buffer.AsMemory(), Timeout());
            if (read.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, read.Count);
            if (read.EndOfMessage) return Encoding.UTF8.GetString(message.ToArray());
        }
    }

    private static CancellationToken Timeout() => new CancellationTokenSource(RunningProgram.Timeout).Token;
}
