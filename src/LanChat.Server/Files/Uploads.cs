using System.Collections.Concurrent;
using System.Text.Json;
using LanChat.Server.Settings;

namespace LanChat.Server.Files;

/// <summary>The files on their way, in a folder, and whether there is room for more. Any thread may ask.</summary>
internal sealed class Uploads : IDisposable
{
    // What a disk should have left for everything else, in bytes.
    private const long Margin = 64L << 20;

    private readonly ConcurrentDictionary<string, Upload> _uploads = new();
    private readonly Lock _beginning = new();
    private readonly string _folder;
    private readonly Shelf _shelf;
    private readonly UploadSettings _settings;
    private readonly TimeProvider _clock;

    /// <summary>Goes on with what was on its way into this folder when the server ended.</summary>
    public Uploads(string folder, Shelf shelf, UploadSettings settings, TimeProvider clock)
    {
        (_shelf, _settings, _clock) = (shelf, settings, clock);
        _folder = Directory.CreateDirectory(Path.Combine(folder, "uploads")).FullName;
        foreach (var note in Directory.EnumerateFiles(_folder, "*.json"))
        {
            var id = Path.GetFileNameWithoutExtension(note);
            if (Read(note) is { } plan) _uploads[id] = new Upload(id, plan, PartOf(id), File.GetLastWriteTimeUtc(note));
        }
    }

    /// <summary>The most bytes of one file.</summary>
    public long MostBytes => _settings.Size;

    public Upload? Find(string id) => _uploads.GetValueOrDefault(id);

    /// <summary>Begins one, unless it would be too large, or there is no space for it.</summary>
    public (Upload? Upload, UploadRefusal Refused) Begin(UploadPlan plan)
    {
        lock (_beginning)
        {
            Tidy();
            if (Refuse(plan) is not UploadRefusal.None and var refused) return (null, refused);
            var id = FileLink.NewToken();
            File.WriteAllBytes(NoteOf(id), JsonSerializer.SerializeToUtf8Bytes(plan));
            var upload = _uploads[id] = new Upload(id, plan, PartOf(id), _clock.GetUtcNow());
            return (upload, UploadRefusal.None);
        }
    }

    /// <summary>Puts a complete one on the shelf; null, and it is gone, when it is not what its sender said it would be.</summary>
    public async Task<StoredFile?> FinishAsync(Upload upload, CancellationToken cancel)
    {
        var hash = await upload.FinishAsync(cancel);
        var file = upload.Plan.Hash is { } expected && expected != hash ? null : _shelf.Add(upload.Plan, upload.Path, hash);
        Remove(upload);
        return file;
    }

    /// <summary>Takes a file off the shelf again.</summary>
    public void Remove(StoredFile file) => _shelf.Remove(file);

    public void Remove(Upload upload)
    {
        if (!_uploads.TryRemove(upload.Id, out _)) return;
        File.Delete(NoteOf(upload.Id));
        File.Delete(upload.Path);
        upload.Dispose();
    }

    public void Dispose()
    {
        foreach (var upload in _uploads.Values) upload.Dispose();
    }

    private UploadRefusal Refuse(UploadPlan plan)
    {
        if (plan.Size > _settings.Size) return UploadRefusal.TooLarge;
        if (_uploads.Values.Count(other => other.Plan.From == plan.From) >= _settings.PerAddress) return UploadRefusal.TooMany;
        var expected = _uploads.Values.Sum(other => other.Plan.Size) + plan.Size;
        var missing = _uploads.Values.Sum(other => other.Plan.Size - other.Offset) + plan.Size;
        return _shelf.Count + _uploads.Count >= _settings.Count || _shelf.Size + expected > _settings.Total
            || new DriveInfo(_folder).AvailableFreeSpace - Margin < missing ? UploadRefusal.Full : UploadRefusal.None;
    }

    private void Tidy()
    {
        foreach (var upload in _uploads.Values.Where(upload => _clock.GetUtcNow() - upload.Since >= _settings.Unfinished))
        {
            if (upload.TryTake()) Remove(upload);
        }
    }

    private string NoteOf(string id) => Path.Combine(_folder, id + ".json");

    private string PartOf(string id) => Path.Combine(_folder, id + ".part");

    private static UploadPlan? Read(string note)
    {
        try
        {
            return JsonSerializer.Deserialize<UploadPlan>(File.ReadAllBytes(note));
        }
        catch (JsonException)
        {
            // Half written when the computer went off: nobody was told of it.
            return null;
        }
    }
}
