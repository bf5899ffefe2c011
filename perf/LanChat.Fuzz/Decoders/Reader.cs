using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Fuzz.Decoders;

/// <summary>
/// A receiver of encoded events: frames must be text in the form that its client reads.
/// </summary>
/// <param name="encoder">The encoder.</param>
/// <param name="reads">Reads a frame; throws if its client could not.</param>
internal sealed class Reader(IEncoder encoder, Action<ReadOnlyMemory<byte>> reads)
{
    private static readonly PeerAddress Peer = new("192.168.38.203", 51937);

    public IEncoder Encoder => encoder;

    public void Hears(IReadOnlyList<RoomEvent> events)
    {
        foreach (var frame in encoder.Encode(events))
        {
            Broken.Unless(Utf8.IsValid(frame), "a frame that is not UTF-8");
            Broken.Unless(frame.Length > 0, "an empty frame");
            reads(frame);
        }
    }

    /// <summary>All encoders of a dialect; rich frames are checked elsewhere.</summary>
    public static IEnumerable<Reader> Of(IDialect dialect) => dialect.Name switch
    {
        "json" =>
        [
            new(After(dialect, "bob"u8), Json),
            new(After(dialect, "bob\n"u8), Lines(Json)),
            new(After(dialect, "\u0016\u0003"u8), _ => { }),
            new(After(dialect, "GET / HTTP/1.1\n"u8), _ => { }),
        ],
        "terminal" => [new(After(dialect, "bob"u8), Json), new(After(dialect, "bob\n"u8), Lines(Json))],
        "pychat" or "miniqq" => [new(After(dialect, []), Json)],
        "colon" => [new(After(dialect, []), Colon)],
        "line" => [new(After(dialect, []), Lines(Shown))],
        _ => [new(After(dialect, []), _ => { })],
    };

    private static IEncoder After(IDialect dialect, ReadOnlySpan<byte> greeting)
    {
        var conversation = dialect.Open(WireLimits.Default, Peer);
        conversation.Begin();
        while (conversation.TryRead(ref greeting, out _)) continue;
        conversation.Quiet();
        return conversation.Encoder;
    }

    private static Action<ReadOnlyMemory<byte>> Lines(Action<ReadOnlyMemory<byte>> line) => frame =>
    {
        Broken.Unless(frame.Span[^1] == '\n', "a frame that ends inside a line");
        while (frame.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            line(frame[..end]);
            frame = frame[(end + 1)..];
        }
    };

    private static void Json(ReadOnlyMemory<byte> frame)
    {
        var json = new Utf8JsonReader(frame.Span);
        while (json.Read()) continue;
        Broken.Unless(json.CurrentDepth == 0
            && json.BytesConsumed == frame.Length, "a frame that is not one value of JSON");
    }

    // A list of names, or three parts.
    private static void Colon(ReadOnlyMemory<byte> frame)
    {
        if (frame.Span[0] == '[') Json(frame);
        else Broken.Unless(frame.Span.Count(":;"u8) == 2, "a colon frame that its client cuts elsewhere");
    }

    private static void Shown(ReadOnlyMemory<byte> line) =>
        Broken.Unless(!Encoding.UTF8.GetString(line.Span).Any(c => char.IsControl(c)
            && c != '\t'), "a control character for a terminal");
}
