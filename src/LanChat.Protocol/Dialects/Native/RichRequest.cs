using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// What a rich client asks for, one JSON object on a line; written by clients, read by the server.
/// PROTOCOL.md has the grammar.
/// </summary>
public static class RichRequest
{
    /// <summary>The newest version of the protocol.</summary>
    public const int NewestVersion = 2;

    /// <summary>The first line of a rich client, with its line end.</summary>
    /// <param name="nickname">The name it wants.</param>
    /// <param name="since">The last message of the room it has, if it was there before.</param>
    /// <param name="key">The key it has, if it has one: then it is challenged.</param>
    /// <param name="isBeside">Whether it leaves the name to another connection of that key.</param>
    /// <param name="log">The history that message belongs to, if the room has said it.</param>
    /// <param name="version">The newest version of the protocol it speaks.</param>
    public static byte[] Hello(
        string nickname,
        long? since = null,
        DeviceKey? key = null,
        bool isBeside = false,
        string? log = null,
        int version = 1) => Write(json =>
    {
        json.WriteNumber("hello"u8, version);
        json.WriteString("nick"u8, nickname);
        if (since is { } last) json.WriteNumber("since"u8, last);
        if (log is not null) json.WriteString("log"u8, log);
        if (key is not null) json.WriteString("key"u8, key.Text);
        if (isBeside) json.WriteBoolean("beside"u8, true);
    });

    /// <summary>The answer to a challenge; with its line end.</summary>
    public static byte[] Sign(string signature) => Write(json => json.WriteString("sign"u8, signature));

    /// <summary>I have shown the words that waited up to this one; with its line end.</summary>
    public static byte[] Had(long number) => Write(json => json.WriteNumber("had"u8, number));

    /// <summary>Say this to everyone, once by this ref; with its line end.</summary>
    public static byte[] Say(string text, string? reference = null, long? id = null) => Write(json =>
    {
        json.WriteString("say"u8, text);
        WriteRef(json, reference);
    }, id);

    /// <summary>Say this to one person only, once by this ref; with its line end.</summary>
    public static byte[] Tell(string to, string text, string? reference = null, long? id = null) => Write(json =>
    {
        json.WriteString("tell"u8, text);
        json.WriteString("to"u8, to);
        WriteRef(json, reference);
    }, id);

    /// <summary>Tell everyone that I do this, once by this ref; with its line end.</summary>
    public static byte[] Act(string text, string? reference = null, long? id = null) => Write(json =>
    {
        json.WriteString("act"u8, text);
        WriteRef(json, reference);
    }, id);

    /// <summary>Call me this from now on; with its line end.</summary>
    public static byte[] Rename(string nickname, long? id = null) =>
        Write(json => json.WriteString("nick"u8, nickname), id);

    /// <summary>
    /// Shut the group out, or let it in again if it is shut out; with its line end.
    /// </summary>
    public static byte[] Ignore(long? id = null) => Write(json => json.WriteBoolean("ignore"u8, true), id);

    /// <summary>
    /// I am away, for the reason given, or back if there is none; with its line end.
    /// </summary>
    public static byte[] Away(string text, long? id = null) => Write(json => json.WriteString("away"u8, text), id);

    /// <summary>
    /// Share a small text file with one person, or with everyone if there is no name; with its line
    /// end.
    /// </summary>
    public static byte[] Share(string name, string text, string? to, long? id = null) => Write(json =>
    {
        json.WriteString("file"u8, name);
        json.WriteString("text"u8, text);
        if (to is not null) json.WriteString("to"u8, to);
    }, id);

    /// <summary>Who is here?; with its line end.</summary>
    public static byte[] List(long? id = null) => Write(json => json.WriteBoolean("list"u8, true), id);

    /// <summary>The answer to a ping; with its line end.</summary>
    public static byte[] Pong(long number) => Write(json => json.WriteNumber("pong"u8, number));

    /// <summary>Are you there?; with its line end.</summary>
    public static byte[] Ping(long number) => Write(json => json.WriteNumber("ping"u8, number));

    /// <summary>Show me a part of what was said; with its line end.</summary>
    public static byte[] Look(ClientMessage.Look wanted, long? id = null) => Write(json =>
    {
        json.WriteBoolean("history"u8, true);
        if (id is null) json.WriteNumber("tag"u8, wanted.Tag);
        if (wanted.Before is { } before) json.WriteNumber("before"u8, before);
        if (wanted.After is { } after) json.WriteNumber("after"u8, after);
        if (wanted.Around is { } around) json.WriteNumber("around"u8, around);
        if (wanted.Limit is { } limit) json.WriteNumber("limit"u8, limit);
    }, id);

    /// <summary>Who said this, and when?; with its line end.</summary>
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
    /// The version to speak with it: the one it asks for, or the newest there is.
    /// </param>
    internal static ClientMessage ReadHello(ReadOnlySpan<byte> line, out int version)
    {
        var fields = RichFields.Of(line);
        version = (int)Math.Clamp(fields?.Hello ?? 1, 1, NewestVersion);
        return fields is { Hello: >= 1, Nick: { } nick, SinceTime: null }
            ? new ClientMessage.Enter(nick)
            {
                Since = fields.Since,
                Log = fields.Log,
                Key = fields.Key,
                IsBeside = fields.IsSecondary,
            }
            : new ClientMessage.Bad(Refusal.Malformed);
    }

    internal static ClientMessage Read(ReadOnlySpan<byte> line, int version) => RichFields.Of(line) switch
    {
        var fields when version == 1 => Read(fields, tag: fields?.Tag ?? 0),
        { HasWrongId: true } => new ClientMessage.Bad(Refusal.Malformed),
        var fields => Read(fields, tag: 0) with { RequestId = fields?.Id },
    };

    private static ClientMessage Read(RichFields? fields, long tag) => fields switch
    {
        null => new ClientMessage.Bad(Refusal.Malformed),
        { HasNul: true } => new ClientMessage.Bad(Refusal.NotText),
        { File: { } name, Content: { } text, To: var to } => new ClientMessage.Share(name, text, to),
        { File: not null } => new ClientMessage.Bad(Refusal.Incomplete),
        { Tell: { } text, To: { } to } => new ClientMessage.Tell(to, text) { Ref = fields.Ref },
        { Tell: not null } or { To: not null } => new ClientMessage.Bad(Refusal.Incomplete),
        { Say: { } text } => new ClientMessage.Say(text) { Ref = fields.Ref },
        { Act: { } text } => new ClientMessage.Act(text) { Ref = fields.Ref },
        { Sign: { } signature } => new ClientMessage.Prove(signature),
        { Had: { } number } => new ClientMessage.Had(number),
        { Pong: { } number } => new ClientMessage.Pong(number),
        { Ping: { } number } => new ClientMessage.Ping(number),
        { Nick: { } nick, Hello: null } => new ClientMessage.Rename(nick),
        { Away: { } text } => new ClientMessage.Away(text),
        { Ignore: true } => new ClientMessage.Ignore(),
        { List: true } => new ClientMessage.List(),
        { Search: not null, Since: not null } => new ClientMessage.Bad(Refusal.Malformed),
        { Search: { } text } found => new ClientMessage.Search(tag, text)
        {
            From = found.From,
            Since = found.SinceTime,
            Until = found.Until,
            Before = found.Before,
            Limit = found.Limit,
        },
        { History: true } page => new ClientMessage.Look(tag, page.Before, page.After, page.Around, page.Limit),
        _ => new ClientMessage.Bad(Refusal.UnknownRequest),
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
        return lines.Take();
    }
}
