using System.Globalization;
using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Requests about the client's account and its devices.</summary>
public static class AccountRequests
{
    /// <summary>Parses a command, as people type it; returns null if it is none of these.</summary>
    /// <param name="command">The command with its slash.</param>
    /// <param name="rest">What follows it, without white space at its ends.</param>
    public static ClientMessage? Understand(string command, string rest) => command switch
    {
        "/link" when rest is "" => new AccountRequest.Link(),
        "/devices" => new AccountRequest.ListDevices(),
        "/unlink" => long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AccountRequest.Unlink(number)
            : new ClientMessage.Invalid(Refusal.Incomplete),
        _ => null,
    };

    /// <summary>Decodes a request; returns null if it is none of these.</summary>
    internal static ClientMessage? Read(RichFields fields) =>
        fields.Flag("link") ? new AccountRequest.Link()
        : fields.Flag("devices") ? new AccountRequest.ListDevices()
        : fields.Number("unlink") is { } number ? new AccountRequest.Unlink(number)
        : null;

    /// <summary>Returns what writes a request's fields; null if it is none of these.</summary>
    internal static Action<Utf8JsonWriter>? Find(ClientMessage request) => request switch
    {
        AccountRequest.Link => json => json.WriteBoolean("link"u8, true),
        AccountRequest.ListDevices => json => json.WriteBoolean("devices"u8, true),
        AccountRequest.Unlink unlink => json => json.WriteNumber("unlink"u8, unlink.Number),
        _ => null,
    };
}
