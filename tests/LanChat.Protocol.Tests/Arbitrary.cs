using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LanChat.Protocol.Tests;

/// <summary>Generators of arbitrary input.</summary>
internal static class Arbitrary
{
    /// <summary>Any bytes, most of them with a meaning in some dialect.</summary>
    public static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Choose(0, 255).Select(value => (byte)value),
        Gen.Elements("\r\n\0{}[]\":,\\u\u0016\u001b 0e-x"u8.ToArray()),
        Gen.Elements<byte>(0x80, 0x81, 0xC4, 0xE3, 0xEF, 0xBB, 0xBF, 0xF0, 0x9F, 0xFF))
        .ArrayOf();

    /// <summary>
    /// Any text without NUL: ASCII, Chinese, emoji, control, separator and direction characters,
    /// quotes and backslashes.
    /// </summary>
    public static readonly Gen<string> Text = Gen.Frequency(
            (4, Gen.Choose(' ', '~')),
            (2, Gen.Choose(0x4E00, 0x9FA5)),
            (1, Gen.Choose(0x1F600, 0x1F64F)),
            (1, Gen.Elements(1, '\t', '\n', '\r', 0x1B, '"', '\\', '/', 0x7F, 0x85, 0x9F)),
            (1, Gen.Elements(0x2028, 0x202E, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0x10FFFF)))
        .Select(value => new Rune(value).ToString()).ArrayOf().Select(string.Concat);

    /// <summary>Text of one line, without characters that a line cannot carry.</summary>
    public static readonly Gen<string> Line = Text.Select(
        text => text.Replace("\n", "", StringComparison.Ordinal).TrimEnd('\r'));

    /// <summary>Splits bytes into chunks at arbitrary places.</summary>
    public static Gen<byte[][]> PiecesOf(byte[] all) => Gen.Choose(0, all.Length).ArrayOf()
        .Select(cuts => cuts.Append(0).Append(all.Length).Order().ToArray())
        .Select(ends => ends.Zip(ends.Skip(1), (start, end) => all[start..end]).ToArray());
}
