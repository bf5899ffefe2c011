using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>Find the end of the first frame in what was received, one method per framing.</summary>
internal static partial class Version1Frames
{
    private static readonly string[] Headers =
    [
        "Content-Length", "Content-Type", "Location",
        "Tus-Resumable", "Upload-Offset", "LanChat-Link", "Repr-Digest", "ETag",
    ];

    /// <summary>Netcat and the console: a frame ends with a line end.</summary>
    public static int Line(ReadOnlySpan<byte> received) => received.IndexOf((byte)'\n') + 1;

    /// <summary>The oldest clients: a frame is one object, with nothing in between.</summary>
    public static int Object(ReadOnlySpan<byte> received)
    {
        var reader = new Utf8JsonReader(received, isFinalBlock: false, default);
        return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : 0;
    }

    /// <summary>An HTTP response with its content.</summary>
    public static int Answer(ReadOnlySpan<byte> received)
    {
        var head = received.IndexOf("\r\n\r\n"u8) + 4;
        if (head < 4) return 0;
        var length = ContentLength().Match(Encoding.ASCII.GetString(received[..head]));
        var all = head + (length.Success ? int.Parse(length.ValueSpan, CultureInfo.InvariantCulture) : 0);
        return received.Length < all ? 0 : all;
    }

    /// <summary>
    /// The parts of an HTTP response that version 1 reads: status, some headers, content.
    /// </summary>
    public static string PartsRead(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = answer[..end].Split("\r\n");
        var read = lines[1..].Where(line => Headers.Contains(line.Split(':')[0], StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.OrdinalIgnoreCase);
        return string.Join("\r\n", [lines[0], .. read]) + answer[end..];
    }

    [GeneratedRegex(@"(?<=^content-length: *)\d+", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ContentLength();
}
