using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace LanChat.Protocol.Text;

/// <summary>
/// Text as the older clients send it: UTF-8, and GBK (code page 936) where it is not valid UTF-8.
/// NUL is no text. Nothing is normalised.
/// </summary>
public static class WireText
{
    private static readonly Encoding Gbk =
        CodePagesEncodingProvider.Instance.GetEncoding(
            936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text; false when the bytes are none.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = bytes.Contains((byte)0) ? null
            : Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
            : TryGbk(bytes);
        return text is not null;
    }

    private static string? TryGbk(ReadOnlySpan<byte> bytes)
    {
        // No byte of code page 936, but the framework's table makes a character of private use of
        // it. (0x80 is the euro sign.)
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
