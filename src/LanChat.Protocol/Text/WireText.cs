using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace LanChat.Protocol.Text;

/// <summary>
/// Decodes text from clients: UTF-8, or GBK (code page 936) if it is not valid UTF-8. NUL is
/// invalid. Normalises nothing.
/// </summary>
public static class WireText
{
    private static readonly Encoding Gbk =
        CodePagesEncodingProvider.Instance.GetEncoding(
            936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Decodes a text; returns false if the bytes are invalid.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = bytes.Contains((byte)0) ? null
            : Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
            : TryGbk(bytes);
        return text is not null;
    }

    private static string? TryGbk(ReadOnlySpan<byte> bytes)
    {
        // The framework maps 0xFF to a private-use character, but code page 936 lacks it (0x80 is
        // the euro sign).
        if (bytes.Contains((byte)0xFF)) return null;
        try
        {
            return Gbk.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
