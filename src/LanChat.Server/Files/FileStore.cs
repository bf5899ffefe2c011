using System.Diagnostics.CodeAnalysis;
using System.Text;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Files;

/// <summary>
/// The small text files people shared in messages, in memory: bounded in the size of one, of all, and in number, of one address as well, and forgotten after a time, however
/// the clock is set. Any thread may ask.
/// </summary>
/// <param name="settings">The bounds.</param>
/// <param name="clock">Tells how old a file is.</param>
/// <param name="hasLinks">Whether they can be fetched from the room's HTTP server.</param>
internal sealed class FileStore(FileSettings settings, TimeProvider clock, bool hasLinks = false) : ISnippetStore
{
    private readonly Lock _lock = new();
    private readonly Queue<(string Token, AddressBlock From, long Since)> _byAge = [];
    private readonly Dictionary<AddressBlock, int> _counts = [];
    private readonly Dictionary<string, ChatFile> _files = [];
    private long _lastId;
    private long _total;

    /// <summary>Keeps a file; false, and nothing is kept, with the reason why not.</summary>
    public bool TryAdd(
        string name, string text, [NotNullWhen(true)] out ChatFile? file, [NotNullWhen(false)] out Refusal? refusal, AddressBlock from = default)
    {
        lock (_lock)
        {
            file = null;
            Forget();
            var size = Encoding.UTF8.GetByteCount(text);
            refusal = !FileName.TryClean(name, out var clean) ? Refusal.FileNameInvalid
                : size > settings.Size ? Refusal.FileTooLarge
                : _total + size > settings.Total || _files.Count >= settings.Count ? Refusal.FilesFull
                : _counts.GetValueOrDefault(from) >= settings.MostOfAddress() ? Refusal.FilesFull
                : null;
            if (refusal is not null) return false;

            file = Add(clean!, size, text, from);
            return true;
        }
    }

    /// <summary>A file that is still kept, by the token in its link.</summary>
    public ChatFile? Find(string token)
    {
        lock (_lock)
        {
            Forget();
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

    private void Forget()
    {
        while (_byAge.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.Since) >= settings.Kept)
        {
            _byAge.Dequeue();
            if (_files.Remove(oldest.Token, out var file)) _total -= file.Size;
            if (--_counts[oldest.From] == 0) _counts.Remove(oldest.From);
        }
    }
}
