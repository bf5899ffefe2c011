using System.Diagnostics.CodeAnalysis;
using System.Text;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Files;

/// <summary>
/// Holds small text files that came inside messages, in memory. Bounded in size, total size, number
/// and number per IP address; files expire by monotonic time. Thread-safe.
/// </summary>
/// <param name="settings">The limits.</param>
/// <param name="clock">The source of time.</param>
/// <param name="hasLinks">Whether the web server is on, so that files have links.</param>
internal sealed class SnippetStore(FileSettings settings, TimeProvider clock, bool hasLinks = false) : ISnippetStore
{
    private readonly Lock _lock = new();
    private readonly Queue<(string Token, AddressBlock From, long Since)> _byAge = [];
    private readonly Dictionary<AddressBlock, int> _counts = [];
    private readonly Dictionary<string, ChatFile> _files = [];
    private long _lastId;
    private long _total;

    /// <summary>Adds a file; returns false and adds nothing if it is refused.</summary>
    public bool TryAdd(
        string name,
        string text,
        [NotNullWhen(true)] out ChatFile? file,
        [NotNullWhen(false)] out Refusal? refusal,
        AddressBlock from = default)
    {
        lock (_lock)
        {
            file = null;
            Prune();
            var size = Encoding.UTF8.GetByteCount(text);
            refusal = !FileName.TryClean(name, out var clean) ? Refusal.FileNameInvalid
                : size > settings.Size ? Refusal.FileTooLarge
                : _total + size > settings.Total || _files.Count >= settings.Count ? Refusal.FilesFull
                : _counts.GetValueOrDefault(from) >= settings.MaxOfAddress() ? Refusal.FilesFull
                : null;
            if (refusal is not null) return false;

            file = Add(clean!, size, text, from);
            return true;
        }
    }

    /// <summary>Finds a file by the token in its link; null if it has expired.</summary>
    public ChatFile? Find(string token)
    {
        lock (_lock)
        {
            Prune();
            return _files.GetValueOrDefault(token);
        }
    }

    private ChatFile Add(string name, int size, string text, AddressBlock from)
    {
        var token = FileLink.NewToken();
        var file = new ChatFile(++_lastId, name, size, text);
        if (hasLinks) file = file with { Type = "text/plain", Link = FileLink.Of(token, name) };
        _files.Add(token, file);
        _byAge.Enqueue((token, from, clock.GetTimestamp()));
        _counts[from] = _counts.GetValueOrDefault(from) + 1;
        _total += size;
        return file;
    }

    private void Prune()
    {
        while (_byAge.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.Since) >= settings.Kept)
        {
            _byAge.Dequeue();
            if (_files.Remove(oldest.Token, out var file)) _total -= file.Size;
            if (--_counts[oldest.From] == 0) _counts.Remove(oldest.From);
        }
    }
}
