using System.Text;

namespace LanChat.Fuzz.Inputs;

/// <summary>Bytes with a meaning to some decoder, or that should have none to any.</summary>
internal static class Tokens
{
    public static readonly byte[] Bytes =
        [
            .. "\0\n\r\t\u0016\u001b\u007f {}[]\":;,\\/@u0-+.eE"u8,
            0x80,
            0x81,
            0xBF,
            0xC2,
            0xC4,
            0xE3,
            0xED,
            0xEF,
            0xF0,
            0xF4,
            0xFE,
            0xFF,
        ];

    /// <summary>
    /// Invalid UTF-8, partly invalid GBK too: overlong forms, surrogates, beyond Unicode, half
    /// characters.
    /// </summary>
    public static readonly byte[][] NoText =
    [
        [0xC0, 0x80], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
        [0xF8, 0x88, 0x80, 0x80, 0x80],
        [0x80], [0xC3], [0xE8, 0xB1], [0xF0, 0x9F, 0x98], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC4], [0x81, 0x30],
        [0x81, 0x5C], [0xC4, 0x7D],
    ];

    public static readonly byte[][] Numbers =
    [
        .. Utf8(
            "0",
            "-0",
            "-1",
            "65535",
            "65536",
            "2147483648",
            "-9223372036854775809",
            "18446744073709551616",
            "1e999",
            "-1e-999",
            "0.1",
            "1E400"),
        .. Utf8(
            "00",
            "0x10",
            "NaN",
            "1.",
            ".5",
            "99999999999999999999999999999999999999999999999999",
            "null",
            "true",
            "\"1\"",
            "[1]",
            "{}"),
    ];

    public static readonly byte[][] Words =
    [
        .. Utf8(
            "{\"hello\":1,\"nick\":\"",
            "\"say\":",
            "\"tell\":",
            "\"to\":",
            "\"act\":",
            "\"nick\":",
            "\"pong\":",
            "\"ignore\":",
            "\"list\":"),
        .. Utf8(
            "\"type\":",
            "\"msg\":",
            "\"content\":",
            "\"filename\":",
            "\"destinationIP\":",
            "\"nickname\":",
            "\"1\"",
            "\"3\"",
            "\"all\""),
        .. Utf8(
            "\"code\":",
            "\"data\":",
            "\"name\":",
            "\"ip\":",
            "\"port\":",
            "\"0.0.0.0\"",
            "\"time\":\"0001-01-01 00:00:00\"",
            "\"kind\":\"acted\""),
        .. Utf8(
            ":;",
            "【群发】",
            "aa**",
            "``#",
            "no",
            "login ",
            "say ",
            "tell ",
            "look\n",
            "logout\n",
            "@",
            "@\"",
            "\" ",
            "/me ",
            "/nick ",
            "/i\n",
            "//"),
        .. Utf8(
            "\\ud800",
            "\\udc00",
            "\\ud83d\\ude00",
            "\\u0000",
            "\\u202e",
            "\\",
            "\\\\",
            "\\\"",
            "\\x",
            "\r\n",
            "\n\n",
            " ",
            "\0",
            "%s%n"),
        .. Utf8(
            "../",
            "C:\\",
            "con",
            ".",
            "..",
            "系统消息",
            "服务器",
            "\u202e",
            "\u2066",
            "\u2028",
            "\u0085",
            "\u009b2J",
            "\uFDD0",
            "\uFFFE",
            "\uFFFD",
            "\U0001FFFF"),
        .. Utf8(
            "😀",
            "👨‍👩‍👧",
            "e\u0301",
            "ﷺ",
            "ﬁ",
            "İ",
            "ß",
            "ŉ",
            "\u3000",
            "한",
            "\u0345",
            "¨",
            "\U0010FFFD",
            "\uE000",
            "ａ",
            "Å"),
    ];

    private static IEnumerable<byte[]> Utf8(params string[] texts) => texts.Select(Encoding.UTF8.GetBytes);
}
