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
    private readonly Dictionary<string, (ChatFile File, Snippet Snippet)> _files = [];
    private long _lastId;
    private long _total;

    /// <inheritdoc/>
    public bool TryAdd(
        Snippet snippet,
        [NotNullWhen(true)] out ChatFile? file,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        lock (_lock)
        {
            file = null;
            Prune();
            var size = Encoding.UTF8.GetByteCount(snippet.Text);
            refusal = !FileName.TryClean(snippet.Name, out var clean) ? Refusal.FileNameInvalid
                : size > settings.Size ? Refusal.FileTooLarge
                : _total + size > settings.Total || _files.Count >= settings.Count ? Refusal.FilesFull
                : _counts.GetValueOrDefault(BlockOf(snippet)) >= settings.MaxOfAddress() ? Refusal.FilesFull
                : null;
            if (refusal is not null) return false;

            file = Add(snippet, clean!, size);
            return true;
        }
    }

    /// <summary>Finds a file by the token in its link.</summary>
    /// <param name="token">The token.</param>
    /// <param name="ip">
    /// The IP address that asks; a private file is for its sender's and its recipient's only.
    /// </param>
    /// <returns>The file; null if it has expired or is not for that address.</returns>
    public ChatFile? Find(string token, string ip)
    {
        lock (_lock)
        {
            Prune();
            if (!_files.TryGetValue(token, out var found)) return null;
            var (file, snippet) = found;
            return snippet.To is null || snippet.To.Ip == ip || snippet.From.Ip == ip ? file : null;
        }
    }

    /// <summary>Deletes a file, if it is there.</summary>
    public void Remove(string token)
    {
        lock (_lock)
        {
            if (_files.Remove(token, out var removed)) _total -= removed.File.Size;
        }
    }

    private static AddressBlock BlockOf(Snippet snippet) => AddressBlock.Of(snippet.From.Ip);

    private ChatFile Add(Snippet snippet, string name, int size)
    {
        var token = FileLink.NewToken();
        var file = new ChatFile(++_lastId, name, size, snippet.Text);
        if (hasLinks) file = file with { Type = "text/plain", Link = FileLink.Of(token, name) };
        var from = BlockOf(snippet);
        _files.Add(token, (file, snippet));
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
            if (_files.Remove(oldest.Token, out var removed)) _total -= removed.File.Size;
            if (--_counts[oldest.From] == 0) _counts.Remove(oldest.From);
        }
    }
}
