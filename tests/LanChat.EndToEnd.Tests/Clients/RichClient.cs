using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.TestKit;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>A client of the rich mode: JSON objects, one a line, both ways.</summary>
internal sealed class RichClient : FrameReader, IDisposable
{
    private readonly SocketClient _socket;
    private readonly StreamReader _reader;

    private RichClient(SocketClient socket) =>
        (_socket, _reader) = (socket, new StreamReader(new NetworkStream(socket.Socket)));

    /// <param name="endPoint">Where the room is.</param>
    /// <param name="name">The name to ask for.</param>
    /// <param name="since">The last message they have, if they were here before.</param>
    /// <param name="log">The history it belongs to, if they know it.</param>
    public static async Task<RichClient> Enter(IPEndPoint endPoint, string name, long? since = null, string? log = null)
    {
        var client = new RichClient(await SocketClient.Connect(endPoint));
        var hello = new JsonObject { ["hello"] = 1, ["nick"] = name };
        if (since is { } last) hello["since"] = last;
        if (log is not null) hello["log"] = log;
        await client.Ask(hello);
        return client;
    }

    /// <summary>Says what key they have, and waits for the challenge.</summary>
    public static async Task<(RichClient Client, JsonNode Challenge)> Claim(
        IPEndPoint endPoint, string name, string key)
    {
        var client = new RichClient(await SocketClient.Connect(endPoint));
        await client.Ask(new JsonObject { ["hello"] = 1, ["nick"] = name, ["key"] = key });
        return (client, (await client.NextFrame())!);
    }

    /// <summary>Enters with a key, and returns when they are welcomed.</summary>
    public static async Task<(RichClient Client, JsonNode Welcome)> Enter(IPEndPoint endPoint, string name, ECDsa key)
    {
        var (client, challenge) = await Claim(endPoint, name, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
        await client.Ask(new JsonObject { ["sign"] = Sign(key, challenge, name) });
        return (client, (await client.NextFrame(3))["data"]!);
    }

    /// <summary>What PROTOCOL.md says that is to be signed, as it says it.</summary>
    public static string Sign(ECDsa key, JsonNode challenge, string name) => Convert.ToBase64String(key.SignData(
        Encoding.UTF8.GetBytes($"lanchat name 1\n{challenge["data"]!["room"]}\n{challenge["data"]!["nonce"]}\n{name}"),
        HashAlgorithmName.SHA256));

    public Task Ask(JsonObject wish) => _socket.Send(wish.ToJsonString() + "\n");

    public Task Say(string text) => Ask(new JsonObject { ["say"] = text });

    /// <summary>The next frame; null at the end, however it comes: half a frame is none.</summary>
    public override async Task<JsonNode?> NextFrame()
    {
        try
        {
            return await base.NextFrame();
        }
        catch (Exception end) when (end is IOException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public override async Task<string?> NextLine()
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        return await _reader.ReadLineAsync(patience.Token) is { } line && line.EndsWith('}') ? line : null;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
