using System.Diagnostics.CodeAnalysis;
using System.Text;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>
/// Standard input as numbered lines: the bytes that came, in; what is to be said, out. Empty lines
/// are passed over.
/// </summary>
/// <param name="longest">The most bytes of a line.</param>
/// <param name="unfit">Is told the number of a line that cannot be sent, and why.</param>
/// <param name="to">Who alone is told the lines; null: they are said to everyone.</param>
internal sealed class InputLines(int longest, Action<long, string> unfit, string? to = null)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly LineSplitter _cutter = new(longest);
    private readonly Queue<OutgoingRequest> _lines = new();
    private long _count;

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>The number of the next line, were there one.</summary>
    public long Next => _lines.TryPeek(out var line) ? line.Number : _count + 1;

    public bool TryTake([NotNullWhen(true)] out OutgoingRequest? line) => _lines.TryDequeue(out line);

    /// <summary>All of a text as one line, with whatever line breaks are in it.</summary>
    public void Add(string text)
    {
        _count++;
        Enqueue(text);
    }

    public void Add(ReadOnlyMemory<byte> chunk)
    {
        foreach (var line in _cutter.Add(chunk)) Keep(line);
    }

    /// <summary>Nothing more comes: a last line may lack its line end.</summary>
    public void End()
    {
        if (_cutter.End() is { } line) Keep(line);
    }

    private void Keep(LineSplitter.Line line)
    {
        _count++;
        if (line.TooLong) unfit(_count, LineToolTexts.LongerThan(longest));
        else if (line.Bytes.Length > 0) Decode(line.Bytes.Span);
    }

    private void Decode(ReadOnlySpan<byte> bytes)
    {
        if (_count == 1 && bytes.StartsWith("\uFEFF"u8)) bytes = bytes["\uFEFF"u8.Length..];
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) unfit(_count, LineToolTexts.NotUtf8);
        else if (bytes.Length > 0) Enqueue(Utf8.GetString(bytes));
    }

    private void Enqueue(string text)
    {
        ClientMessage message = to is null ? new ClientMessage.Say(text) : new ClientMessage.Tell(to, text);
        _lines.Enqueue(new OutgoingRequest(message, text, _count));
    }
}
