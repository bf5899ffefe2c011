using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// A room's password as a salted hash (PBKDF2 with SHA-256), which proves a password but does not
/// reveal it. Passwords are compared by their UTF-8 bytes after NFKC.
/// </summary>
public sealed record RoomPassword
{
    /// <summary>The maximum length of a password in UTF-16 code units.</summary>
    public const int MaxLength = 200;

    private const int Iterations = 20_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    private RoomPassword(string text) => Text = text;

    /// <summary>Salt and hash, as they are stored.</summary>
    public string Text { get; }

    /// <summary>Hashes a password under a new salt.</summary>
    public static RoomPassword Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new RoomPassword($"{Convert.ToHexStringLower(salt)}:{Convert.ToHexStringLower(Hash(password, salt))}");
    }

    /// <summary>Reads a stored hash.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out RoomPassword? password)
    {
        password = text is { Length: (2 * SaltBytes) + 1 + (2 * HashBytes) } && text[2 * SaltBytes] == ':'
            && text.Remove(2 * SaltBytes, 1).All(char.IsAsciiHexDigitLower)
            ? new RoomPassword(text)
            : null;
        return password is not null;
    }

    /// <summary>Whether it is this password; takes the same time for every wrong one.</summary>
    public bool IsMatch(string? password)
    {
        if (password is not { Length: <= MaxLength }) return false;
        var salt = Convert.FromHexString(Text[..(2 * SaltBytes)]);
        var hash = Convert.FromHexString(Text[((2 * SaltBytes) + 1)..]);
        return CryptographicOperations.FixedTimeEquals(Hash(password, salt), hash);
    }

    private static byte[] Hash(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(Normalized(password)), salt, Iterations, HashAlgorithmName.SHA256, HashBytes);

    private static string Normalized(string password) =>
        NameText.IsWhole(password) ? password.Normalize(NormalizationForm.FormKC) : password;
}
