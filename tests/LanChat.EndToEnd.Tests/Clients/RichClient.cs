using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.TestKit;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>A rich client: one JSON object per line, both ways.</summary>
internal sealed class RichClient : FrameReader, IDisposable
{
    private readonly SocketClient _socket;
    private readonly StreamReader _reader;
    private long _lastRequest;

    private RichClient(SocketClient socket) =>
        (_socket, _reader) = (socket, new StreamReader(new NetworkStream(socket.Socket)));

    /// <param name="endPoint">The server.</param>
    /// <param name="name">The requested nickname.</param>
    /// <param name="since">The last message id the client has, if any.</param>
    /// <param name="log">The log id of that message, if known.</param>
    public static async Task<RichClient> Enter(IPEndPoint endPoint, string name, long? since = null, string? log = null)
    {
        var client = new RichClient(await SocketClient.Connect(endPoint));
        var hello = new JsonObject { ["hello"] = 1, ["nick"] = name };
        if (since is { } last) hello["since"] = last;
        if (log is not null) hello["log"] = log;
        await client.Send(hello);
        return client;
    }

    /// <summary>Sends a hello with a device key and returns the challenge.</summary>
    public static async Task<(RichClient Client, JsonNode Challenge)> Claim(
        IPEndPoint endPoint, string name, string key)
    {
        var client = new RichClient(await SocketClient.Connect(endPoint));
        await client.Send(new JsonObject { ["hello"] = 1, ["nick"] = name, ["key"] = key });
        return (client, (await client.NextFrame())!);
    }

    /// <summary>Joins with a device key and returns the welcome.</summary>
    public static async Task<(RichClient Client, JsonNode Welcome)> Enter(IPEndPoint endPoint, string name, ECDsa key)
    {
        var (client, challenge) = await Claim(endPoint, name, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
        await client.Send(new JsonObject { ["sign"] = Sign(key, challenge, name) });
        return (client, (await client.NextFrame(3))["data"]!);
    }

    /// <summary>
    /// Sends a hello of version 2, with a device key if given, and returns the first frame that
    /// follows: the welcome or a refusal.
    /// </summary>
    /// <param name="endPoint">The server.</param>
    /// <param name="name">The requested nickname.</param>
    /// <param name="room">The room; null: the lobby.</param>
    /// <param name="key">The device key, if the client has one.</param>
    /// <param name="fields">Further fields of the hello, such as a password.</param>
    public static Task<(RichClient Client, JsonNode First)> EnterRoom(
        IPEndPoint endPoint,
        string name,
        string? room = null,
        ECDsa? key = null,
        params (string Name, string Value)[] fields) => EnterFrom(null, endPoint, name, room, key, fields);

    /// <summary>Does the same from an address of this computer; null: any.</summary>
    public static async Task<(RichClient Client, JsonNode First)> EnterFrom(
        IPAddress? from,
        IPEndPoint endPoint,
        string name,
        string? room,
        ECDsa? key,
        params (string Name, string Value)[] fields)
    {
        var client = new RichClient(await SocketClient.Connect(endPoint, from: from));
        var hello = new JsonObject { ["hello"] = 2, ["nick"] = name };
        if (room is not null) hello["room"] = room;
        if (key is not null) hello["key"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        foreach (var (field, value) in fields) hello[field] = field == "since" ? long.Parse(value) : value;
        await client.Send(hello);
        var first = (await client.NextFrame())!;
        if (key is null) return (client, first);
        await client.Send(new JsonObject { ["sign"] = Sign(key, first, name) });
        return (client, (await client.NextFrame())!);
    }

    /// <summary>Sends a request and returns the frame that replies to it.</summary>
    public async Task<JsonNode> Ask(JsonObject request)
    {
        var id = ++_lastRequest;
        request["id"] = id;
        await Send(request);
        while (true)
        {
            var frame = await NextFrame() ?? throw new EndOfStreamException();
            // The sender's own copy of a private message has the id as well.
            if ((long?)frame["id"] == id && (int)frame["code"]! != 1) return frame;
        }
    }

    /// <summary>Signs the challenge as PROTOCOL.md specifies.</summary>
    public static string Sign(ECDsa key, JsonNode challenge, string name) => Convert.ToBase64String(key.SignData(
        Encoding.UTF8.GetBytes($"lanchat name 1\n{challenge["data"]!["room"]}\n{challenge["data"]!["nonce"]}\n{name}"),
        HashAlgorithmName.SHA256));

    public Task Send(JsonObject request) => _socket.Send(request.ToJsonString() + "\n");

    public Task Say(string text) => Send(new JsonObject { ["say"] = text });

    /// <summary>Returns the next frame; null at the end, also inside a frame.</summary>
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
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        return await _reader.ReadLineAsync(timeout.Token) is { } line && line.EndsWith('}') ? line : null;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
