using System.Collections.Concurrent;
using System.Text.Json;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Files;

/// <summary>The files on their way, in a folder, and whether there is room for more. Any thread may ask.</summary>
internal sealed class Uploads : IDisposable
{
    // What a disk should have left for everything else, in bytes.
    private const long Margin = 64L << 20;

    private readonly ConcurrentDictionary<string, Upload> _uploads = new();
    private readonly Lock _deciding = new();
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
            if (Read(note) is { } plan) _uploads[id] = new Upload(id, plan, PartOf(id), clock);
        }

        foreach (var file in Directory.EnumerateFiles(_folder).Where(file => !_uploads.ContainsKey(Path.GetFileNameWithoutExtension(file)))) File.Delete(file);
    }

    /// <summary>The most bytes of one file.</summary>
    public long MostBytes => _settings.Size;

    public Upload? Find(string id) => _uploads.GetValueOrDefault(id);

    /// <summary>Begins one, unless it would be too large, or there is no space for it.</summary>
    /// <exception cref="IOException">It can't be noted, as on a full disk.</exception>
    public (Upload? Upload, UploadRefusal Refused) Begin(UploadPlan plan)
    {
        Tidy();
        lock (_deciding)
        {
            if (Refuse(plan) is not UploadRefusal.None and var refused) return (null, refused);
            var id = FileLink.NewToken();
            File.WriteAllBytes(NoteOf(id), JsonSerializer.SerializeToUtf8Bytes(plan));
            return (_uploads[id] = new Upload(id, plan, PartOf(id), _clock), UploadRefusal.None);
        }
    }

    /// <summary>Makes whoever asks the only one who may add to an upload, unless somebody is, or there is no space for the rest of it any more.</summary>
    public UploadRefusal Take(Upload upload)
    {
        lock (_deciding)
        {
            if (!upload.TryTake()) return UploadRefusal.Busy;
            if (HasSpace(more: 0)) return UploadRefusal.None;
            upload.GiveBack();
            return UploadRefusal.Full;
        }
    }

    /// <summary>Puts a complete one on the shelf; null, and it is gone, when it is not what its sender said it would be.</summary>
    /// <exception cref="IOException">It can't be put there, as on a full disk, and stays an upload.</exception>
    public async Task<StoredFile?> FinishAsync(Upload upload, CancellationToken cancel)
    {
        var hash = await upload.FinishAsync(cancel);
        var type = PictureKinds.TypeOf(upload.Beginning(PictureKinds.Telling), upload.Plan.Name, upload.Plan.Type);
        var file = upload.Plan.Hash is { } expected && expected != hash ? null : _shelf.Add(upload.Plan with { Type = type }, upload.Path, hash);
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

    /// <summary>Removes what has waited too long for its rest.</summary>
    public void Tidy()
    {
        foreach (var upload in _uploads.Values.Where(upload => _clock.GetUtcNow() - upload.Since >= _settings.Unfinished))
        {
            if (upload.TryTake()) Remove(upload);
        }
    }

    public void Dispose()
    {
        foreach (var upload in _uploads.Values) upload.Dispose();
    }

    private UploadRefusal Refuse(UploadPlan plan)
    {
        var address = AddressBlock.Of(plan.From);
        var theirs = _uploads.Values.Where(other => AddressBlock.Of(other.Plan.From) == address).ToArray();
        return plan.Size > _settings.Size ? UploadRefusal.TooLarge
            : theirs.Length >= _settings.PerAddress ? UploadRefusal.TooMany
            : _shelf.SizeOf(address) + theirs.Sum(other => other.Plan.Size) + plan.Size > _settings.PerAddressTotal ? UploadRefusal.TooMuch
            : _shelf.CountOf(address) + theirs.Length >= _settings.MostOfAddress() ? UploadRefusal.TooManyKept
            : _shelf.Count + _uploads.Count >= _settings.Count || !HasSpace(plan.Size) ? UploadRefusal.Full
            : UploadRefusal.None;
    }

    private bool HasSpace(long more) => _shelf.Size + _uploads.Values.Sum(upload => upload.Needs) + more <= _settings.Total
        && _uploads.Values.Sum(upload => upload.Needs - upload.Offset) + more <= new DriveInfo(_folder).AvailableFreeSpace - Margin;

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
