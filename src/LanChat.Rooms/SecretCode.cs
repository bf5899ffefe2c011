using System.Security.Cryptography;
using System.Text;

namespace LanChat.Rooms;

/// <summary>
/// Codes that people can read to each other: twelve characters of Crockford's base 32, which has no
/// I, L, O and U. They have 60 random bits; only their hashes are kept.
/// </summary>
public static class SecretCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;
    private const int Group = 4;

    /// <summary>Makes a code, such as <c>7K3M-9QXF-2BTD</c>.</summary>
    public static string New() => string.Join(
        '-', RandomNumberGenerator.GetItems<char>(Alphabet, Length).Chunk(Group).Select(group => new string(group)));

    /// <summary>
    /// The hash by which a code is kept and found. Case, dashes and spaces do not matter; O counts
    /// as 0, I and L as 1.
    /// </summary>
    public static string HashOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var typed = code.ToUpperInvariant()
            .Replace('O', '0').Replace('I', '1').Replace('L', '1')
            .Where(letter => letter is not ('-' or ' '))
            .Take(2 * Length);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed))));
    }
}
