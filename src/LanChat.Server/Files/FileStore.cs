using System.Collections.Concurrent;
using System.Text.Json;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Files;

/// <summary>
/// Stores complete files in a folder: each content once, named by its hash, and one JSON record per
/// link. Thread-safe.
/// </summary>
internal sealed class FileStore
{
    private readonly ConcurrentDictionary<string, StoredFile> _files = new();
    private readonly Lock _lock = new();
    private readonly string _contents;
    private readonly string _records;
    private readonly UploadSettings _settings;
    private readonly TimeProvider _clock;

    /// <summary>Opens or creates the store in a folder, and prunes it.</summary>
    public FileStore(string folder, UploadSettings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _contents = Directory.CreateDirectory(Path.Combine(folder, "content")).FullName;
        _records = Directory.CreateDirectory(Path.Combine(folder, "links")).FullName;
        foreach (var record in Directory.EnumerateFiles(_records, "*.json"))
        {
            if (Read(record) is { } file && File.Exists(ContentOf(file))) _files[file.Token] = file;
        }

        Prune();
    }

    public int Count => _files.Count;

    /// <summary>Number of bytes of all contents.</summary>
    public long Size => _files.Values.DistinctBy(file => file.Hash).Sum(file => file.Size);

    /// <summary>Number of files from an address.</summary>
    public int CountOf(AddressBlock from) => Of(from).Count();

    /// <summary>
    /// Number of bytes from an address; contents that others sent too count as well.
    /// </summary>
    public long SizeOf(AddressBlock from) => Of(from).Sum(file => file.Size);

    public StoredFile? Find(string token) =>
        _files.TryGetValue(token, out var file) && !IsExpired(file) ? file : null;

    /// <summary>The path of a file's content.</summary>
    public string ContentOf(StoredFile file) => Path.Combine(_contents, file.Hash);

    /// <summary>Moves a complete upload into the store.</summary>
    /// <exception cref="IOException">The disk failed; the upload is still at its path.</exception>
    public StoredFile Add(UploadMetadata metadata, string path, string hash)
    {
        var file = new StoredFile
        {
            Token = FileLink.NewToken(),
            Id = Random.Shared.NextInt64(1, 1L << 53),
            Name = metadata.Name,
            Type = metadata.Type,
            Size = metadata.Size,
            Hash = hash,
            Since = _clock.GetUtcNow(),
            From = metadata.From,
        };
        lock (_lock)
        {
            Write(file, () => File.Move(path, ContentOf(file), overwrite: true));
        }

        return file;
    }

    /// <summary>Restricts a file to these IP addresses.</summary>
    public void Restrict(StoredFile file, IReadOnlyList<string> addresses)
    {
        var restricted = file with { Only = addresses };
        lock (_lock)
        {
            if (!_files.TryUpdate(file.Token, restricted, file)) return;
            try
            {
                Write(restricted, () => { });
            }
            catch (IOException)
            {
                // Disk full: the restriction lasts until the server stops. The link stays secret.
            }
        }
    }

    /// <summary>Deletes expired files, and contents without a link.</summary>
    public void Prune()
    {
        lock (_lock)
        {
            foreach (var file in _files.Values.Where(IsExpired)) Delete(file);
            var needed = _files.Values.Select(ContentOf).ToHashSet();
            foreach (var content in Directory.EnumerateFiles(_contents).Where(content => !needed.Contains(content)))
                File.Delete(content);
        }
    }

    public void Remove(StoredFile file)
    {
        lock (_lock)
        {
            Delete(file);
            if (!_files.Values.Any(other => other.Hash == file.Hash)) File.Delete(ContentOf(file));
        }
    }

    /// <summary>
    /// Writes a file's record. Moves the content between the write and the rename, so that a record
    /// never lacks its content and a full disk leaves the upload in place.
    /// </summary>
    private void Write(StoredFile file, Action moveContent)
    {
        var record = RecordOf(file);
        File.WriteAllBytes(record + ".new", JsonSerializer.SerializeToUtf8Bytes(file));
        moveContent();
        File.Move(record + ".new", record, overwrite: true);
        _files[file.Token] = file;
    }

    private void Delete(StoredFile file)
    {
        _files.TryRemove(file.Token, out _);
        File.Delete(RecordOf(file));
    }

    private IEnumerable<StoredFile> Of(AddressBlock address) =>
        _files.Values.Where(file => file.From is { } from && AddressBlock.Of(from) == address);

    private string RecordOf(StoredFile file) => Path.Combine(_records, file.Token + ".json");

    private bool IsExpired(StoredFile file) => _clock.GetUtcNow() - file.Since >= _settings.Kept;

    private static StoredFile? Read(string record)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredFile>(File.ReadAllBytes(record));
        }
        catch (JsonException)
        {
            // Half written at a power failure: its link was never published.
            return null;
        }
    }
}
