using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The requests of a rich client, one JSON object per line, each with its line end. Clients encode
/// them, the server decodes them. PROTOCOL.md has the grammar.
/// </summary>
public static class RichRequest
{
    /// <summary>The newest protocol version.</summary>
    public const int NewestVersion = 2;

    /// <summary>Encodes the greeting.</summary>
    /// <param name="nickname">The requested nickname.</param>
    /// <param name="since">The resume point: the last message id the client has.</param>
    /// <param name="key">The device key; the server asks for a key proof.</param>
    /// <param name="isSecondary">Whether the session is secondary.</param>
    /// <param name="log">
    /// The <see cref="LogId"/> of the history that <paramref name="since"/> belongs to.
    /// </param>
    /// <param name="version">The newest protocol version of the client.</param>
    /// <param name="room">The room to enter, with what opens it; null: the lobby.</param>
    /// <param name="client">Which one of its account's clients it is.</param>
    /// <param name="link">A code that links the device to an account.</param>
    public static byte[] Hello(
        string nickname,
        long? since = null,
        DeviceKey? key = null,
        bool isSecondary = false,
        string? log = null,
        int version = 1,
        RoomEntry? room = null,
        ClientIdentity? client = null,
        string? link = null) => Write(json =>
    {
        json.WriteNumber("hello"u8, version);
        json.WriteString("nick"u8, nickname);
        if (since is { } last) json.WriteNumber("since"u8, last);
        if (log is not null) json.WriteString("log"u8, log);
        if (key is not null) json.WriteString("key"u8, key.Text);
        if (isSecondary) json.WriteBoolean("beside"u8, true);
        if (client is not null) json.WriteString("session"u8, client.Session);
        if (client is not null) json.WriteString("device"u8, client.Device);
        if (link is not null) json.WriteString("link"u8, link);
        if (room?.Room is { } name) json.WriteString("room"u8, name);
        if (room?.Password is { } password) json.WriteString("password"u8, password);
        if (room?.Code is { } code) json.WriteString("code"u8, code);
    });

    /// <summary>Encodes a request of a member.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reference">
    /// The client message id, if the request is a message and the server knows such ids.
    /// </param>
    /// <param name="id">The request id, from version 2 on.</param>
    public static byte[] Of(ClientMessage request, string? reference = null, long? id = null) => request switch
    {
        ClientMessage.Say say => Say(say.Text, reference, id, say.Re),
        ClientMessage.Tell tell => Tell(tell.To, tell.Text, reference, id),
        ClientMessage.Act act => Act(act.Text, reference, id, act.Re),
        ClientMessage.MessageRequest change => Write(json =>
        {
            MessageRequests.Write(json, change);
            WriteRef(json, reference);
        }, id),
        ClientMessage.Rename rename => Rename(rename.Nickname, id),
        ClientMessage.Ignore => Ignore(id),
        ClientMessage.Away away => Away(away.Text, id),
        ClientMessage.Share share => Share(share.Name, share.Text, share.To, id),
        ClientMessage.List => List(id),
        ClientMessage.ReadHistory read => ReadHistory(read, id),
        ClientMessage.Search search => Search(search, id),
        _ when (RoomRequests.Find(request) ?? AccountRequests.Find(request)) is { } fields => Write(fields, id),
        _ => throw new ArgumentException($"Not a request of a member: {request}", nameof(request)),
    };

    /// <summary>Encodes the reply to a challenge.</summary>
    public static byte[] Sign(string signature) => Write(json => json.WriteString("sign"u8, signature));

    /// <summary>Acknowledges offline messages up to this number.</summary>
    public static byte[] Delivered(long number) => Write(json => json.WriteNumber("had"u8, number));

    /// <summary>
    /// Encodes a message to everyone; <paramref name="reference"/> is the client message id, and
    /// <paramref name="re"/> the message it replies to.
    /// </summary>
    public static byte[] Say(string text, string? reference = null, long? id = null, long? re = null) => Write(json =>
    {
        json.WriteString("say"u8, text);
        if (re is { } original) json.WriteNumber("re"u8, original);
        WriteRef(json, reference);
    }, id);

    /// <summary>
    /// Encodes a private message; <paramref name="reference"/> is the client message id.
    /// </summary>
    public static byte[] Tell(string to, string text, string? reference = null, long? id = null) => Write(json =>
    {
        json.WriteString("tell"u8, text);
        json.WriteString("to"u8, to);
        WriteRef(json, reference);
    }, id);

    /// <summary>Encodes an action; the parameters are those of <see cref="Say"/>.</summary>
    public static byte[] Act(string text, string? reference = null, long? id = null, long? re = null) => Write(json =>
    {
        json.WriteString("act"u8, text);
        if (re is { } original) json.WriteNumber("re"u8, original);
        WriteRef(json, reference);
    }, id);

    /// <summary>Encodes a change of nickname.</summary>
    public static byte[] Rename(string nickname, long? id = null) =>
        Write(json => json.WriteString("nick"u8, nickname), id);

    /// <summary>Turns ignoring the room's messages on or off.</summary>
    public static byte[] Ignore(long? id = null) => Write(json => json.WriteBoolean("ignore"u8, true), id);

    /// <summary>Sets the away text; an empty text ends being away.</summary>
    public static byte[] Away(string text, long? id = null) => Write(json => json.WriteString("away"u8, text), id);

    /// <summary>
    /// Shares a small text file with one member, or with everyone if <paramref name="to"/> is null.
    /// </summary>
    public static byte[] Share(string name, string text, string? to, long? id = null) => Write(json =>
    {
        json.WriteString("file"u8, name);
        json.WriteString("text"u8, text);
        if (to is not null) json.WriteString("to"u8, to);
    }, id);

    /// <summary>Asks for the member list.</summary>
    public static byte[] List(long? id = null) => Write(json => json.WriteBoolean("list"u8, true), id);

    /// <summary>Answers a ping.</summary>
    public static byte[] Pong(long number) => Write(json => json.WriteNumber("pong"u8, number));

    /// <summary>Asks for a pong.</summary>
    public static byte[] Ping(long number) => Write(json => json.WriteNumber("ping"u8, number));

    /// <summary>Asks for a history page.</summary>
    public static byte[] ReadHistory(ClientMessage.ReadHistory wanted, long? id = null) => Write(json =>
    {
        json.WriteBoolean("history"u8, true);
        if (id is null) json.WriteNumber("tag"u8, wanted.Tag);
        if (wanted.Before is { } before) json.WriteNumber("before"u8, before);
        if (wanted.After is { } after) json.WriteNumber("after"u8, after);
        if (wanted.Around is { } around) json.WriteNumber("around"u8, around);
        if (wanted.Limit is { } limit) json.WriteNumber("limit"u8, limit);
    }, id);

    /// <summary>Encodes a search.</summary>
    public static byte[] Search(ClientMessage.Search wanted, long? id = null) => Write(json =>
    {
        json.WriteString("search"u8, wanted.Text);
        if (id is null) json.WriteNumber("tag"u8, wanted.Tag);
        if (wanted.From is { } from) json.WriteString("from"u8, from);
        if (wanted.Since is { } since) json.WriteString("since"u8, WireTime.Write(since));
        if (wanted.Until is { } until) json.WriteString("until"u8, WireTime.Write(until));
        if (wanted.Before is { } before) json.WriteNumber("before"u8, before);
        if (wanted.Limit is { } limit) json.WriteNumber("limit"u8, limit);
    }, id);

    /// <param name="line">The first line of a client.</param>
    /// <param name="version">
    /// The protocol version to use: the client's, at most the newest one.
    /// </param>
    internal static ClientMessage ReadHello(ReadOnlySpan<byte> line, out int version)
    {
        var fields = RichFields.Of(line);
        version = (int)Math.Clamp(fields?.Hello ?? 1, 1, NewestVersion);
        return fields is { Hello: >= 1, Nick: { } nick, SinceTime: null }
            ? new EnterRequest(nick)
            {
                Since = fields.Since,
                Log = fields.Log,
                Key = fields.Key,
                Room = fields.Text("room"),
                Password = fields.Text("password"),
                Code = fields.Text("code"),
                ClientId = version > 1 && ClientIdentity.IsSession(fields.Text("session")) ? fields.Text("session") : null,
                DeviceName = fields.Text("device"),
                LinkCode = version > 1 ? fields.Text("link") : null,
                IsSecondary = fields.IsSecondary,
            }
            : new ClientMessage.Invalid(Refusal.Malformed);
    }

    internal static ClientMessage Read(ReadOnlySpan<byte> line, int version) => RichFields.Of(line) switch
    {
        var fields when version == 1 => Read(fields, tag: fields?.Tag ?? 0),
        { HasWrongId: true } => new ClientMessage.Invalid(Refusal.Malformed),
        var fields => Read(fields, tag: 0) with { RequestId = fields?.Id },
    };

    private static ClientMessage Read(RichFields? fields, long tag) => fields switch
    {
        null => new ClientMessage.Invalid(Refusal.Malformed),
        { HasNul: true } => new ClientMessage.Invalid(Refusal.NotText),
        { File: { } name, Content: { } text, To: var to } => new ClientMessage.Share(name, text, to),
        { File: not null } => new ClientMessage.Invalid(Refusal.Incomplete),
        { Tell: { } text, To: { } to } => new ClientMessage.Tell(to, text) { Ref = fields.Ref },
        { Tell: not null } or { To: not null } => new ClientMessage.Invalid(Refusal.Incomplete),
        { Say: { } text } => new ClientMessage.Say(text) { Ref = fields.Ref, Re = fields.Number("re") },
        { Act: { } text } => new ClientMessage.Act(text) { Ref = fields.Ref, Re = fields.Number("re") },
        { Sign: { } signature } => new ClientMessage.Prove(signature),
        { Delivered: { } number } => new ClientMessage.Delivered(number),
        { Pong: { } number } => new ClientMessage.Pong(number),
        { Ping: { } number } => new ClientMessage.Ping(number),
        { Nick: { } nick, Hello: null } => new ClientMessage.Rename(nick),
        { Away: { } text } => new ClientMessage.Away(text),
        { Ignore: true } => new ClientMessage.Ignore(),
        { List: true } => new ClientMessage.List(),
        { Search: not null, Since: not null } => new ClientMessage.Invalid(Refusal.Malformed),
        { Search: { } text } found => new ClientMessage.Search(tag, text)
        {
            From = found.From,
            Since = found.SinceTime,
            Until = found.Until,
            Before = found.Before,
            Limit = found.Limit,
        },
        { History: true } page => new ClientMessage.ReadHistory(tag, page.Before, page.After, page.Around, page.Limit),
        _ => MessageRequests.Read(fields) ?? RoomRequests.Read(fields) ?? AccountRequests.Read(fields)
            ?? new ClientMessage.Invalid(Refusal.UnknownRequest),
    };

    private static void WriteRef(Utf8JsonWriter json, string? reference)
    {
        if (reference is not null) json.WriteString("ref"u8, reference);
    }

    private static byte[] Write(Action<Utf8JsonWriter> fields, long? id = null)
    {
        using var lines = new JsonLines();
        var json = lines.Begin();
        fields(json);
        if (id is { } number) json.WriteNumber("id"u8, number);
        lines.End();
        return lines.Flush();
    }
}
