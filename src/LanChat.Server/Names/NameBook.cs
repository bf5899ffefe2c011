using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Names;

/// <summary>
/// Which names belong to whom, by the keys they proved to have, and what waits for them. What changes is noted until the notes are taken.
/// </summary>
internal sealed class NameBook
{
    private readonly NameSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Dictionary<Nick, OwnedName> _names = [];
    private readonly List<Note> _notes = [];

    /// <param name="settings">How many names may belong to somebody, and for how long.</param>
    /// <param name="book">What is known already.</param>
    /// <param name="clock">Tells how long a name was not used.</param>
    public NameBook(NameSettings settings, Book book, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        foreach (var name in book.Names)
        {
            if (Nick.TryRecall(name.Text, out var nick)) _names[nick] = name;
        }

        Words = new WordBox(settings, book.Words, _notes, clock);
        foreach (var nick in Words.Addressees.Except(_names.Keys).ToArray()) Words.HandedOver(nick, long.MaxValue);
    }

    /// <summary>The private words that wait for owners of names.</summary>
    public WordBox Words { get; }

    public bool HasNotes => _notes.Count > 0;

    /// <summary>What has changed since they were last taken.</summary>
    public Note[] TakeNotes()
    {
        Note[] notes = [.. _notes];
        _notes.Clear();
        return notes;
    }

    /// <summary>The key a name belongs to; null when it belongs to nobody.</summary>
    public string? OwnerOf(Nick nick)
    {
        if (!_names.TryGetValue(nick, out var name)) return null;
        if (_clock.GetUtcNow().UtcDateTime - name.Last <= _settings.Unused) return name.Key;
        Forget(nick);
        return null;
    }

    /// <summary>Whether a name belongs to somebody else than who has this key.</summary>
    public bool IsForeign(Nick nick, string? key) => OwnerOf(nick) is { } owner && owner != key;

    /// <summary>Notes that somebody uses a name: it belongs to them from now on, unless it is foreign or too many do.</summary>
    /// <returns>Whether it belongs to them.</returns>
    public bool TryUse(Nick nick, string key, string ip)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        if (OwnerOf(nick) is { } owner) return owner == key && Note(nick, _names[nick] with { Last = now });
        return HasRoom(key, ip) && Note(nick, new OwnedName(nick.Text, key, ip, now, now));
    }

    private bool HasRoom(string key, string ip)
    {
        var address = AddressBlock.Of(ip);
        if (_names.Count >= _settings.Kept) ForgetUnused();
        return _names.Count < _settings.Kept
            && _names.Values.Count(name => name.Key == key) < _settings.PerKey
            && _names.Values.Count(name => AddressBlock.Of(name.Ip) == address) < _settings.PerAddress;
    }

    private void ForgetUnused()
    {
        foreach (var nick in _names.Keys.ToArray()) OwnerOf(nick);
    }

    private bool Note(Nick nick, OwnedName name)
    {
        _names[nick] = name;
        _notes.Add(new Note.NameUsed(name));
        return true;
    }

    private void Forget(Nick nick)
    {
        _names.Remove(nick);
        _notes.Add(new Note.NameForgotten(nick.Text));
        Words.HandedOver(nick, long.MaxValue); // whoever has the name next is somebody else
    }
}
