using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// The public half of a device key: ECDSA over P-256. The wire form is a base64
/// SubjectPublicKeyInfo (RFC 5480) with a named curve and an uncompressed point, always 91 bytes;
/// any other form is invalid.
/// </summary>
public sealed record DeviceKey
{
    private const int Length = 91;
    private const int SignatureLength = 64;
    private const string Context = "lanchat name 1";

    // The bytes before the point, the same for every key.
    private static readonly byte[] Header = Convert.FromHexString(
        "3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    private readonly byte[] _info;

    private DeviceKey(byte[] info) => (_info, Text) = (info, Convert.ToBase64String(info));

    /// <summary>The key in base64; unique per key.</summary>
    public string Text { get; }

    /// <summary>Parses a key; returns false if the text is invalid.</summary>
    public static bool TryCreate(string text, [NotNullWhen(true)] out DeviceKey? key)
    {
        ArgumentNullException.ThrowIfNull(text);
        key = null;
        var info = new byte[Length];
        if (!Convert.TryFromBase64String(text, info, out var length) || length != Length
            || !info.AsSpan().StartsWith(Header)) return false;
        try
        {
            // The import fails if the point is not on the curve.
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
    /// Builds the bytes to sign in a key proof: four lines in UTF-8, separated by <c>\n</c>.
    /// </summary>
    /// <param name="room">The room name, exactly as in the challenge.</param>
    /// <param name="nonce">The nonce, exactly as in the challenge.</param>
    /// <param name="nickname">The requested nickname, exactly as sent.</param>
    public static byte[] Proved(string room, string nonce, string nickname) =>
        Encoding.UTF8.GetBytes(string.Join('\n', Context, room, nonce, nickname));

    /// <summary>
    /// Verifies a signature by this key: SHA-256, base64 of r and s concatenated (IEEE P1363).
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
