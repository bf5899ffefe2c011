using System.Buffers.Text;

namespace LanChat.Soak;

/// <summary>
/// Checks what one client receives: message ids must grow by one from the history shown at its join
/// to the last message, and so must the numbers that each speaker puts into its messages.
/// </summary>
internal sealed class Heard
{
    /// <summary>The text of a speaker's message.</summary>
    public static string Line(int speaker, long number) => $"{speaker} {number} {Filling}";

    private static readonly string Filling = new('x', 80);
    private readonly Dictionary<int, long> _lastOf = [];
    private long? _last;

    /// <summary>
    /// The number of messages received since the join, and how many of them came from speakers.
    /// </summary>
    public long Messages { get; private set; }

    public long Lines { get; private set; }

    /// <summary>The first violation of the order; null without one.</summary>
    public string? Flaw { get; private set; }

    /// <summary>Checks one frame of the server.</summary>
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

    /// <summary>The number of the last message of a speaker.</summary>
    public long LastOf(int speaker) => _lastOf.GetValueOrDefault(speaker, -1);
}
