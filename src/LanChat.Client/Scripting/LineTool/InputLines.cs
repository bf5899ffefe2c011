using System.Diagnostics.CodeAnalysis;
using System.Text;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>Splits standard input into numbered requests; skips empty lines.</summary>
/// <param name="maxBytes">Maximum length of a line.</param>
/// <param name="rejected">
/// Called with the number of a line that cannot be sent, and the reason.
/// </param>
/// <param name="to">Nickname of the only recipient; null for everyone.</param>
internal sealed class InputLines(int maxBytes, Action<long, string> rejected, string? to = null)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly LineSplitter _splitter = new(maxBytes);
    private readonly Queue<OutgoingRequest> _requests = new();
    private long _count;

    public bool IsEmpty => _requests.Count == 0;

    /// <summary>Number of the next line.</summary>
    public long Next => _requests.TryPeek(out var request) ? request.Number : _count + 1;

    public bool TryDequeue([NotNullWhen(true)] out OutgoingRequest? request) => _requests.TryDequeue(out request);

    /// <summary>Adds a text as one line, including its line breaks.</summary>
    public void Add(string text)
    {
        _count++;
        Enqueue(text);
    }

    public void Add(ReadOnlyMemory<byte> chunk)
    {
        foreach (var line in _splitter.Add(chunk)) AddLine(line);
    }

    /// <summary>Ends the input; its last line may lack a line break.</summary>
    public void End()
    {
        if (_splitter.End() is { } line) AddLine(line);
    }

    private void AddLine(LineSplitter.Line line)
    {
        _count++;
        if (line.TooLong) rejected(_count, LineToolTexts.LongerThan(maxBytes));
        else if (line.Bytes.Length > 0) Decode(line.Bytes.Span);
    }

    private void Decode(ReadOnlySpan<byte> bytes)
    {
        if (_count == 1 && bytes.StartsWith("\uFEFF"u8)) bytes = bytes["\uFEFF"u8.Length..];
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) rejected(_count, LineToolTexts.NotUtf8);
        else if (bytes.Length > 0) Enqueue(Utf8.GetString(bytes));
    }

    private void Enqueue(string text)
    {
        ClientMessage message = to is null ? new ClientMessage.Say(text) : new ClientMessage.Tell(to, text);
        _requests.Enqueue(new OutgoingRequest(message, text, _count));
    }
}
