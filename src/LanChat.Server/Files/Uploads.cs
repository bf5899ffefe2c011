using System.Collections.Concurrent;
using System.Text.Json;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Files;

/// <summary>
/// Holds the unfinished uploads in a folder, and enforces the limits on uploads and disk space.
/// Thread-safe.
/// </summary>
internal sealed class Uploads : IDisposable
{
    // Free disk space left to others, in bytes.
    private const long DiskMargin = 64L << 20;

    private readonly ConcurrentDictionary<string, Upload> _uploads = new();
    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly FileStore _files;
    private readonly UploadSettings _settings;
    private readonly TimeProvider _clock;

    /// <summary>
    /// Restores the uploads of an earlier process, and deletes files without a record.
    /// </summary>
    public Uploads(string folder, FileStore files, UploadSettings settings, TimeProvider clock)
    {
        (_files, _settings, _clock) = (files, settings, clock);
        _folder = Directory.CreateDirectory(Path.Combine(folder, "uploads")).FullName;
        foreach (var record in Directory.EnumerateFiles(_folder, "*.json"))
        {
            var id = Path.GetFileNameWithoutExtension(record);
            if (Read(record) is { } metadata) _uploads[id] = new Upload(id, metadata, PartOf(id), clock);
        }

        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            if (!_uploads.ContainsKey(Path.GetFileNameWithoutExtension(file))) File.Delete(file);
        }
    }

    /// <summary>Maximum bytes of one file.</summary>
    public long MaxSize => _settings.Size;

    public Upload? Find(string id) => _uploads.GetValueOrDefault(id);

    /// <summary>Creates an upload, unless a limit would be exceeded.</summary>
    /// <exception cref="IOException">The disk failed, for example because it is full.</exception>
    public (Upload? Upload, UploadRefusal Refused) Begin(UploadMetadata metadata)
    {
        Prune();
        lock (_lock)
        {
            if (Refuse(metadata) is not UploadRefusal.None and var refused) return (null, refused);
            var id = FileLink.NewToken();
            File.WriteAllBytes(RecordOf(id), JsonSerializer.SerializeToUtf8Bytes(metadata));
            return (_uploads[id] = new Upload(id, metadata, PartOf(id), _clock), UploadRefusal.None);
        }
    }

    /// <summary>
    /// Locks an upload for writing; refuses if it is locked or its disk space is gone.
    /// </summary>
    public UploadRefusal Acquire(Upload upload)
    {
        lock (_lock)
        {
            if (!upload.TryAcquire()) return UploadRefusal.Busy;
            if (HasSpace(more: 0)) return UploadRefusal.None;
            upload.Release();
            return UploadRefusal.Full;
        }
    }

    /// <summary>
    /// Moves a complete upload into the file store; returns null and deletes it if its hash is not
    /// the one announced.
    /// </summary>
    /// <exception cref="IOException">The disk failed; the upload is kept.</exception>
    public async Task<StoredFile?> FinishAsync(Upload upload, CancellationToken cancel)
    {
        var metadata = upload.Metadata;
        var hash = await upload.FinishAsync(cancel);
        var beginning = upload.ReadBeginning(ImageTypes.SignatureBytes);
        var type = ImageTypes.TypeOf(beginning, metadata.Name, metadata.Type);
        var isIntact = metadata.Hash is null || metadata.Hash == hash;
        var file = isIntact ? _files.Add(metadata with { Type = type }, upload.Path, hash) : null;
        Remove(upload);
        return file;
    }

    /// <summary>Deletes a file from the file store.</summary>
    public void Remove(StoredFile file) => _files.Remove(file);

    public void Remove(Upload upload)
    {
        if (!_uploads.TryRemove(upload.Id, out _)) return;
        File.Delete(RecordOf(upload.Id));
        File.Delete(upload.Path);
        upload.Dispose();
    }

    /// <summary>Deletes uploads that got no bytes for too long.</summary>
    public void Prune()
    {
        var now = _clock.GetUtcNow();
        foreach (var upload in _uploads.Values.Where(upload => now - upload.Since >= _settings.Unfinished))
        {
            if (upload.TryAcquire()) Remove(upload);
        }
    }

    public void Dispose()
    {
        foreach (var upload in _uploads.Values) upload.Dispose();
    }

    private UploadRefusal Refuse(UploadMetadata metadata)
    {
        var address = AddressBlock.Of(metadata.From);
        var theirs = _uploads.Values.Where(other => AddressBlock.Of(other.Metadata.From) == address).ToArray();
        var theirSize = _files.SizeOf(address) + theirs.Sum(other => other.Metadata.Size);
        return metadata.Size > _settings.Size ? UploadRefusal.TooLarge
            : theirs.Length >= _settings.PerAddress ? UploadRefusal.TooMany
            : theirSize + metadata.Size > _settings.PerAddressTotal ? UploadRefusal.TooMuch
            : _files.CountOf(address) + theirs.Length >= _settings.MaxOfAddress() ? UploadRefusal.TooManyKept
            : _files.Count + _uploads.Count >= _settings.Count || !HasSpace(metadata.Size) ? UploadRefusal.Full
            : UploadRefusal.None;
    }

    private bool HasSpace(long more)
    {
        var reserved = _uploads.Values.Sum(upload => upload.ReservedSpace);
        var unwritten = _uploads.Values.Sum(upload => upload.ReservedSpace - upload.Offset);
        return _files.Size + reserved + more <= _settings.Total
            && unwritten + more <= new DriveInfo(_folder).AvailableFreeSpace - DiskMargin;
    }

    private string RecordOf(string id) => Path.Combine(_folder, id + ".json");

    private string PartOf(string id) => Path.Combine(_folder, id + ".part");

    private static UploadMetadata? Read(string record)
    {
        try
        {
            return JsonSerializer.Deserialize<UploadMetadata>(File.ReadAllBytes(record));
        }
        catch (JsonException)
        {
            // Half written at a power failure: its client never got the id.
            return null;
        }
    }
}
