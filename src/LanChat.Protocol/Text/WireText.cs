using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LanChat.Protocol.Text;

/// <summary>
/// Text as the older clients send it: UTF-8, and GBK (code page 936) where it is not valid UTF-8. NUL is no text. Nothing is normalised.
/// </summary>
internal static class WireText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gbk =
        CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = bytes.Contains((byte)0) ? null
            : System.Text.Unicode.Utf8.IsValid(bytes) ? Utf8.GetString(bytes)
            : TryGbk(bytes);
        return text is not null;
    }

    /// <summary>Whether the bytes end in the middle of a character, and are text up to there.</summary>
    public static bool EndsInsideCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var tail = 1; tail <= Math.Min(3, bytes.Length); tail++)
        {
            if (Rune.DecodeFromUtf8(bytes[^tail..], out _, out _) == System.Buffers.OperationStatus.NeedMoreData)
                return System.Text.Unicode.Utf8.IsValid(bytes[..^tail]);
        }

        return bytes is [.., >= 0x81 and <= 0xFE] && TryGbk(bytes) is null && TryGbk(bytes[..^1]) is not null;
    }

    private static string? TryGbk(ReadOnlySpan<byte> bytes)
    {
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
