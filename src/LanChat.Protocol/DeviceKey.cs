using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// The public half of a key that somebody proves to have: ECDSA over P-256. On the wire it is the
/// SubjectPublicKeyInfo of RFC 5480 in base64, with the curve by name and the point uncompressed,
/// which is always 91 bytes; nothing else is taken.
/// </summary>
public sealed record DeviceKey
{
    private const int Length = 91;
    private const int SignatureLength = 64;
    private const string Context = "lanchat name 1";

    // What comes before the point, whatever the point is.
    private static readonly byte[] Header = Convert.FromHexString(
        "3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    private readonly byte[] _info;

    private DeviceKey(byte[] info) => (_info, Text) = (info, Convert.ToBase64String(info));

    /// <summary>The key in base64; the same for the same key.</summary>
    public string Text { get; }

    /// <summary>Takes a text for a key; false when it is none.</summary>
    public static bool TryCreate(string text, [NotNullWhen(true)] out DeviceKey? key)
    {
        ArgumentNullException.ThrowIfNull(text);
        key = null;
        var info = new byte[Length];
        if (!Convert.TryFromBase64String(text, info, out var length) || length != Length
            || !info.AsSpan().StartsWith(Header)) return false;
        try
        {
            // Also finds out whether the point is one of the curve.
            using var algorithm = ECDsa.Create();
            algorithm.ImportSubjectPublicKeyInfo(info, out _);
            _ = algorithm.ExportParameters(false);
        }
        catch (CryptographicException)
        {
            return false;
        }

        key = new DeviceKey(info);
        return true;
    }

    /// <summary>
    /// What is signed to prove a key: four lines, with <c>\n</c> between them, in UTF-8.
    /// </summary>
    /// <param name="room">The room's name, as the challenge has it.</param>
    /// <param name="nonce">The challenge's nonce, as it came.</param>
    /// <param name="nickname">The name that was asked for, as it was sent.</param>
    public static byte[] Proved(string room, string nonce, string nickname) =>
        Encoding.UTF8.GetBytes(string.Join('\n', Context, room, nonce, nickname));

    /// <summary>
    /// Whether this key's owner signed these bytes: SHA-256, and the signature in base64 of its two
    /// numbers side by side (IEEE P1363).
    /// </summary>
    public bool HasSigned(ReadOnlySpan<byte> bytes, string signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        Span<byte> numbers = stackalloc byte[SignatureLength];
        if (!Convert.TryFromBase64String(signature, numbers, out var length) || length != SignatureLength) return false;
        using var algorithm = ECDsa.Create();
        algorithm.ImportSubjectPublicKeyInfo(_info, out _);
        return algorithm.VerifyData(
            bytes, numbers, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <inheritdoc/>
    public bool Equals(DeviceKey? other) => Text == other?.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
