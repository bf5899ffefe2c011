using System.Security.Cryptography;

namespace LanChat.Protocol;

/// <summary>
/// The identity of a history, which tells its message ids from those of another:
/// <see cref="Length"/> lower-case hexadecimal digits, new for each new history.
/// </summary>
public static class LogId
{
    /// <summary>The number of digits.</summary>
    public const int Length = 16;

    /// <summary>Creates a random log id.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2));

    /// <summary>Whether a text is a log id.</summary>
    public static bool Is(string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigitLower);
}
