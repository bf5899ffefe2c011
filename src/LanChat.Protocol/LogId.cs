using System.Security.Cryptography;

namespace LanChat.Protocol;

/// <summary>
/// The identity of a history, by which its numbers are known from those of another:
/// <see cref="Length"/> lower-case hexadecimal digits, new with each new history.
/// </summary>
public static class LogId
{
    /// <summary>How many digits there are.</summary>
    public const int Length = 16;

    /// <summary>One that no history has had.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2));

    /// <summary>Whether it is one.</summary>
    public static bool Is(string? text) => text is { Length: Length } && text.All(char.IsAsciiHexDigitLower);
}
