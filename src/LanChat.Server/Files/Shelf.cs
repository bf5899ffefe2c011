using System.Collections.Concurrent;
using System.Text.Json;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Files;

/// <summary>
/// The files that came whole, in a folder: each content once, by its hash, and beside it for each link a note of what it is. Any thread may ask.
/// </summary>
internal sealed class Shelf
{
    private readonly ConcurrentDictionary<string, StoredFile> _files = new();
    private readonly Lock _changing = new();
    private readonly string _contents;
    private readonly string _notes;
    private readonly UploadSettings _settings;
    private readonly TimeProvider _clock;

    /// <summary>Opens the shelf in a folder, or makes one; what is there already is there again.</summary>
    public Shelf(string folder, UploadSettings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _contents = Directory.CreateDirectory(Path.Combine(folder, "content")).FullName;
        _notes = Directory.CreateDirectory(Path.Combine(folder, "links")).FullName;
        foreach (var note in Directory.EnumerateFiles(_notes, "*.json"))
        {
            if (Read(note) is { } file && File.Exists(ContentOf(file))) _files[file.Token] = file;
        }

        Tidy();
    }

    public int Count => _files.Count;

    /// <summary>How many bytes the contents take.</summary>
    public long Size => _files.Values.DistinctBy(file => file.Hash).Sum(file => file.Size);

    /// <summary>How many files came from an address.</summary>
    public int CountOf(AddressBlock from) => Of(from).Count();

    /// <summary>How many bytes came from an address, whether others brought the same or not.</summary>
    public long SizeOf(AddressBlock from) => Of(from).Sum(file => file.Size);

    public StoredFile? Find(string token) => _files.TryGetValue(token, out var file) && !IsOver(file) ? file : null;

    public string ContentOf(StoredFile file) => Path.Combine(_contents, file.Hash);

    /// <summary>Takes a whole file over from where it was uploaded to.</summary>
    /// <exception cref="IOException">It can't be noted, as on a full disk; the file is where it was.</exception>
    public StoredFile Add(UploadPlan plan, string path, string hash)
    {
        var file = new StoredFile
        {
            Token = FileLink.NewToken(),
            Id = Random.Shared.NextInt64(1, 1L << 53),
            Name = plan.Name,
            Type = plan.Type,
            Size = plan.Size,
            Hash = hash,
            Since = _clock.GetUtcNow(),
            From = plan.From,
        };
        lock (_changing)
        {
            Note(file, () => File.Move(path, ContentOf(file), overwrite: true));
        }

        return file;
    }

    /// <summary>From now on it is handed out to these addresses only.</summary>
    public void Bind(StoredFile file, IReadOnlyList<string> addresses)
    {
        var bound = file with { Only = addresses };
        lock (_changing)
        {
            if (!_files.TryUpdate(file.Token, bound, file)) return;
            try
            {
                Note(bound, () => { });
            }
            catch (IOException)
            {
                // On a full disk it is bound as long as the server runs; its link is known to nobody else in any case.
            }
        }
    }

    /// <summary>Removes what has been kept long enough, and contents that no link leads to.</summary>
    public void Tidy()
    {
        lock (_changing)
        {
            foreach (var file in _files.Values.Where(IsOver)) Forget(file);
            var needed = _files.Values.Select(ContentOf).ToHashSet();
            foreach (var content in Directory.EnumerateFiles(_contents).Where(content => !needed.Contains(content))) File.Delete(content);
        }
    }

    public void Remove(StoredFile file)
    {
        lock (_changing)
        {
            Forget(file);
            if (!_files.Values.Any(other => other.Hash == file.Hash)) File.Delete(ContentOf(file));
        }
    }

    /// <summary>Notes what a file is, and does what belongs to it when that can be done.</summary>
    private void Note(StoredFile file, Action then)
    {
        var note = NoteOf(file);
        File.WriteAllBytes(note + ".new", JsonSerializer.SerializeToUtf8Bytes(file));
        then();
        File.Move(note + ".new", note, overwrite: true);
        _files[file.Token] = file;
    }

    private void Forget(StoredFile file)
    {
        File.Delete(NoteOf(file));
        _files.TryRemove(file.Token, out _);
    }

    private IEnumerable<StoredFile> Of(AddressBlock address) => _files.Values.Where(file => file.From is { } from && AddressBlock.Of(from) == address);

    private string NoteOf(StoredFile file) => Path.Combine(_notes, file.Token + ".json");

    private bool IsOver(StoredFile file) => _clock.GetUtcNow() - file.Since >= _settings.Kept;

    private static StoredFile? Read(string note)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredFile>(File.ReadAllBytes(note));
        }
        catch (JsonException)
        {
            // Half written when the computer went off: its link was told to nobody.
            return null;
        }
    }
}
