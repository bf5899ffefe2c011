using System.Diagnostics.CodeAnalysis;
using System.Text;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Files;

/// <summary>
/// The files people shared, in memory: bounded in the size of one, of all, and in number, and forgotten after a time, however the clock is set.
/// </summary>
internal sealed class FileStore(FileSettings settings, TimeProvider clock)
{
    private readonly Queue<(ChatFile File, long Since)> _byAge = [];
    private readonly Dictionary<long, ChatFile> _files = [];
    private long _lastId;
    private long _total;

    /// <summary>Keeps a file; false, and nothing is kept, with the reason why not.</summary>
    public bool TryAdd(string name, string text, [NotNullWhen(true)] out ChatFile? file, [NotNullWhen(false)] out Refusal? refusal)
    {
        file = null;
        Forget();
        var size = Encoding.UTF8.GetByteCount(text);
        refusal = !FileName.TryClean(name, out var clean) ? Refusal.FileNameInvalid
            : size > settings.Size ? Refusal.FileTooLarge
            : _total + size > settings.Total || _files.Count >= settings.Count ? Refusal.FilesFull
            : null;
        if (refusal is not null) return false;

        file = new ChatFile(++_lastId, clean!, size, text);
        _files.Add(file.Id, file);
        _byAge.Enqueue((file, clock.GetTimestamp()));
        _total += size;
        return true;
    }

    /// <summary>A file that is still kept.</summary>
    public ChatFile? Find(long id)
    {
        Forget();
        return _files.GetValueOrDefault(id);
    }

    private void Forget()
    {
        while (_byAge.TryPeek(out var entry) && clock.GetElapsedTime(entry.Since) >= settings.Kept)
        {
            _byAge.Dequeue();
            _files.Remove(entry.File.Id);
            _total -= entry.File.Size;
        }
    }
}
