using System.Globalization;
using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Requests about the client's account and its devices.</summary>
public static class AccountRequests
{
    private const int PageLength = 50;
    private const string Everybody = "*";

    /// <summary>Parses a command, as people type it; returns null if it is none of these.</summary>
    /// <param name="command">The command with its slash.</param>
    /// <param name="rest">What follows it, without white space at its ends.</param>
    public static ClientMessage? Understand(string command, string rest) => command switch
    {
        "/link" when rest is "" => new AccountRequest.Link(),
        "/receipts" when rest is "on" or "off" => new AccountRequest.ShareRead(rest == "on"),
        "/positions" when rest is "on" or "off" => new AccountRequest.KeepRead(rest == "on"),
        "/seen" when rest is "" => new AccountRequest.ListReaders(0),
        "/my-data" when rest is "" => new AccountRequest.Describe(),
        "/delete-account" when rest.Length > 0 => new AccountRequest.Delete(rest),
        "/devices" => new AccountRequest.ListDevices(),
        "/private" => UnderstandPrivate(rest),
        "/unlink" => long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AccountRequest.Unlink(number)
            : new ClientMessage.Invalid(Refusal.Incomplete),
        _ => null,
    };

    /// <summary>
    /// Parses a nickname, in quotes if it contains spaces, and a text that the messages contain;
    /// <see cref="Everybody"/> stands for all nicknames.
    /// </summary>
    private static ClientMessage UnderstandPrivate(string rest)
    {
        var read = new AccountRequest.ReadPrivate { Limit = PageLength };
        if (rest.Length == 0) return read;
        return LineCommands.AddresseeOf(rest + " ") switch
        {
            { Name.Length: 0 } => new ClientMessage.Invalid(Refusal.Incomplete),
            (var name, var text) => read with
            {
                With = name == Everybody ? null : name,
                Text = text.Trim() is { Length: > 0 } sought ? sought : null,
            },
        };
    }

    /// <summary>Decodes a request; returns null if it is none of these.</summary>
    internal static ClientMessage? Read(RichFields fields) =>
        fields.Flag("link") ? new AccountRequest.Link()
        : fields.Flag("devices") ? new AccountRequest.ListDevices()
        : fields.Number("unlink") is { } number ? new AccountRequest.Unlink(number)
        : fields.Number("read") is { } read ? new AccountRequest.Read(read, fields.Text("with"))
        : fields.Flag("read") ? new AccountRequest.ListRead()
        : fields.HasFlag("receipts") ? new AccountRequest.ShareRead(fields.Flag("receipts"))
        : fields.HasFlag("positions") ? new AccountRequest.KeepRead(fields.Flag("positions"))
        : fields.Number("seen") is { } seen ? new AccountRequest.ListReaders(seen)
        : fields.Flag("account") ? new AccountRequest.Describe()
        : fields.Text("delete-account") is { } nickname ? new AccountRequest.Delete(nickname)
        : fields.Flag("private") ? new AccountRequest.ReadPrivate
        {
            Since = fields.Since,
            Before = fields.Before,
            With = fields.Text("with"),
            Text = fields.Content,
            Limit = fields.Limit,
        }
        : null;

    /// <summary>Returns what writes a request's fields; null if it is none of these.</summary>
    internal static Action<Utf8JsonWriter>? Find(ClientMessage request) => request switch
    {
        AccountRequest.Link => json => json.WriteBoolean("link"u8, true),
        AccountRequest.ListDevices => json => json.WriteBoolean("devices"u8, true),
        AccountRequest.ListRead => json => json.WriteBoolean("read"u8, true),
        AccountRequest.ShareRead share => json => json.WriteBoolean("receipts"u8, share.IsOn),
        AccountRequest.KeepRead keep => json => json.WriteBoolean("positions"u8, keep.IsOn),
        AccountRequest.ListReaders readers => json => json.WriteNumber("seen"u8, readers.Id),
        AccountRequest.Describe => json => json.WriteBoolean("account"u8, true),
        AccountRequest.Delete delete => json => json.WriteString("delete-account"u8, delete.Nickname),
        AccountRequest.Read read => json => Write(json, read),
        AccountRequest.ReadPrivate read => json => Write(json, read),
        AccountRequest.Unlink unlink => json => json.WriteNumber("unlink"u8, unlink.Number),
        _ => null,
    };

    private static void Write(Utf8JsonWriter json, AccountRequest.Read read)
    {
        json.WriteNumber("read"u8, read.Id);
        if (read.With is { } with) json.WriteString("with"u8, with);
    }

    private static void Write(Utf8JsonWriter json, AccountRequest.ReadPrivate read)
    {
        json.WriteBoolean("private"u8, true);
        if (read.Since is { } since) json.WriteNumber("since"u8, since);
        if (read.Before is { } before) json.WriteNumber("before"u8, before);
        if (read.With is { } with) json.WriteString("with"u8, with);
        if (read.Text is { } text) json.WriteString("text"u8, text);
        if (read.Limit is { } limit) json.WriteNumber("limit"u8, limit);
    }
}
