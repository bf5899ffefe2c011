using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace LanChat.Soak;

/// <summary>
/// The server's log. Expected are the lines about listener and history, and dead letters to a
/// connection or its socket: a client left while something was on its way to it. Everything else is
/// unexpected.
/// </summary>
internal sealed partial class ServerLog
{
    private readonly ConcurrentDictionary<string, int> _explained = new();

    /// <summary>The number of explained dead letters by message type.</summary>
    public IReadOnlyDictionary<string, int> Explained => _explained;

    public ConcurrentQueue<string> Unexpected { get; } = new();

    public void Add(string? line)
    {
        if (line is null || Expected().IsMatch(line)) return;
        if (DeadLetterToConnection().Match(line) is { Success: true } letter)
            _explained.AddOrUpdate(letter.Groups[1].Value, 1, (_, count) => count + 1);
        else Unexpected.Enqueue(line);
    }

    [GeneratedRegex(" info  (connections/json: listening on |history: .* is open)")]
    private static partial Regex Expected();

    [GeneratedRegex(@"Message \[([^\]]+)\] (?:from \[?[^ ]+\]? )?to \[?akka://[^/]+/(?:user/connections/\$|system/IO-TCP/)[^ ]*\]? was not delivered")]
    private static partial Regex DeadLetterToConnection();
}
