using System.Text;
using LanChat.Protocol.Tests.Text;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>Input of clients in the three modes; some of it is invalid.</summary>
internal static class Scripts
{
    /// <summary>Scripts that can be split anywhere.</summary>
    public static readonly TheoryData<byte[]> OnLines =
    [
        "小糖豆\nhello\n\n你好 😀\r\nlast"u8.ToArray(),
        [.. Gbk.Bytes("小糖豆"), (byte)'\n', .. Gbk.Bytes("你好"), .. "\r\n\r\n"u8],
        "bob\n{\"say\":1}\na\rb\r\r\n"u8.ToArray(),
        "bob\nhello\nno\0text\nlost\n"u8.ToArray(),
        [.. "bob\n"u8, 0xFF, .. "\nlost\n"u8],
        "bob\n12345678901234567890123456789012345678901234567890123456789012345\nlost\n"u8.ToArray(),
        "\n\nhello\n"u8.ToArray(),
        "{\"hello\":1,\"nick\":\"小糖豆\"}\n{\"say\":\"你好 \\ud83d\\ude00\"}\r\n\n{\"pong\":12}\n{\"x\":1}\n{\"say\":\"lo"u8.ToArray(),
        "{\"hello\":1,\"nick\":\"bob\"}\n{\"say\":\"one\"}\n{\"say\":1}\n{\"say\":\"lost\"}\n"u8.ToArray(),
        "{\"hello\":1}\n{\"say\":\"lost\"}\n"u8.ToArray(),
        "{bob}\nlost\n"u8.ToArray(),
        "GET / HTTP/1.1\r\nHost: room\r\n\r\n"u8.ToArray(),
        [0x16, 0x03, 0x01, 0x00, 0x05, .. "\nlost\n"u8],
        [0xFF, 0x16, 0x03, 0x01, .. "\nlost\n"u8],
        [0xFF, 0xFD, 0x01, 0x16, .. "\nlost\n"u8],
        "\n\u0016\nlost\n"u8.ToArray(),
        "bob"u8.ToArray(),
        "\r"u8.ToArray(),
    ];

    public static readonly WireLimits Limits = new(64, WireLimits.Default.Quiet);

    /// <summary>The messages read from these chunks and the end of the stream.</summary>
    public static IReadOnlyList<ClientMessage> Messages(params IEnumerable<byte[]> pieces)
    {
        var driver = new ConversationDriver(Limits);
        foreach (var piece in pieces) driver.Receive(piece);
        return driver.End().Messages;
    }

    public static string Shown(IEnumerable<byte[]> pieces) =>
        string.Join('|', pieces.Select(Encoding.Latin1.GetString));
}
