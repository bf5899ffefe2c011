using System.Buffers.Text;

namespace LanChat.Soak;

/// <summary>
/// What one client heard, checked as it comes: from the history it was shown on entering to its
/// last line, the numbers the room gives to messages follow each other, and so do those that each
/// speaker puts in front of what it says.
/// </summary>
internal sealed class Heard
{
    /// <summary>What a line of a speaker looks like.</summary>
    public static string Line(int speaker, long number) => $"{speaker} {number} {Filling}";

    private static readonly string Filling = new('x', 80);
    private readonly Dictionary<int, long> _lastOf = [];
    private long? _last;

    /// <summary>
    /// How many messages came since the entry, and how many of them were speakers' lines.
    /// </summary>
    public long Messages { get; private set; }

    public long Lines { get; private set; }

    /// <summary>What did not follow what came before it; null as long as all is well.</summary>
    public string? Flaw { get; private set; }

    /// <summary>Takes one frame of the server.</summary>
    public void Take(ReadOnlySpan<byte> frame)
    {
        var isHistory = frame.StartsWith("{\"code\":0,"u8);
        while (frame.IndexOf("{\"id\":"u8) is >= 0 and var at)
        {
            frame = frame[(at + "{\"id\":"u8.Length)..];
            if (!Utf8Parser.TryParse(frame, out long id, out var length)) return;
            if (_last is { } last && id != last + 1) Flaw ??= $"message {id} came after {last}";
            _last = id;
            if (isHistory) continue;
            Messages++;
            if (frame[length..].StartsWith(",\"kind\":\"said\""u8)) TakeLine(frame);
        }
    }

    private void TakeLine(ReadOnlySpan<byte> frame)
    {
        const string before = "\"message\":\"";
        var text = frame[(frame.IndexOf("\"message\":\""u8) + before.Length)..];
        if (!Utf8Parser.TryParse(text, out int speaker, out var length)
            || !Utf8Parser.TryParse(text[(length + 1)..], out long number, out _))
        {
            Flaw ??= "a line came that nobody said";
            return;
        }

        Lines++;
        if (_lastOf.TryGetValue(speaker, out var last) && number != last + 1)
            Flaw ??= $"line {number} of speaker {speaker} came after {last}";
        _lastOf[speaker] = number;
    }

    /// <summary>The number of the last line of a speaker.</summary>
    public long LastOf(int speaker) => _lastOf.GetValueOrDefault(speaker, -1);
}
