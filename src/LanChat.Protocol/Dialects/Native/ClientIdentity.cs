using System.Security.Cryptography;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Which one of its account's clients a client is; from version 2 on.</summary>
/// <param name="Session">
/// 16 random hexadecimal digits, chosen when the client starts: when it comes back with the same
/// ones, its new session replaces the old one, and nobody sees it.
/// </param>
/// <param name="Device">What it calls its device, for the list of devices.</param>
public sealed record ClientIdentity(string Session, string Device)
{
    private const int SessionBytes = 8;

    /// <summary>The identity of a client that starts.</summary>
    public static ClientIdentity New(string device) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SessionBytes)), device);

    /// <summary>Whether a text of a client is a session.</summary>
    public static bool IsSession(string? text) =>
        text is { Length: 2 * SessionBytes } && text.All(char.IsAsciiHexDigitLower);
}
