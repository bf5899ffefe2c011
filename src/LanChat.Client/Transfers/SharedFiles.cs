using LanChat.Protocol;

namespace LanChat.Client.Transfers;

/// <summary>The files that were shared in a room, as far as they were shown: the newest last, so many of them at most.</summary>
internal sealed class SharedFiles
{
    private const int Most = 1000;
    private readonly List<SharedFile> _all = [];

    /// <summary>Where the room's files are fetched.</summary>
    public Uri? Site { get; set; }

    public void Note(RoomEvent known)
    {
        switch (known)
        {
            case RoomEvent.HistoryShown shown: _all.AddRange(In(shown.Messages)); break;
            case RoomEvent.Spoken said: _all.AddRange(In([said.Message])); break;
            case RoomEvent.Told told: _all.AddRange(In([told.Message])); break;
            case RoomEvent.PageShown page: _all.InsertRange(0, In(page.Messages)); break;
        }

        if (_all.Count > Most) _all.RemoveRange(0, _all.Count - Most);
    }

    /// <summary>
    /// The newest of that name, or of all when it is empty; null when there is none. Where none has the very name, an accented letter may be
    /// one character or two, and then case makes no difference.
    /// </summary>
    public SharedFile? Find(string name)
    {
        var composed = PlainFile.Composed(name);
        return _all.FindLast(file => name.Length == 0 || file.Name == name)
            ?? _all.FindLast(file => PlainFile.Composed(file.Name) == composed)
            ?? _all.FindLast(file => string.Equals(PlainFile.Composed(file.Name), composed, StringComparison.OrdinalIgnoreCase));
    }

    private IEnumerable<SharedFile> In(IEnumerable<ChatMessage> messages) => Site is not { } site
        ? []
        : messages.Select(message => message.File).OfType<ChatFile>().Where(file => file.Link is ['/', ..])
            .Select(file => new SharedFile(file.Name, file.Size, new Uri(site, file.Link)));
}
