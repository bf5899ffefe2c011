using LanChat.Protocol;

namespace LanChat.Client.Transfers;

/// <summary>
/// The files shared in a room, as far as their messages were shown: newest last, bounded.
/// </summary>
internal sealed class SharedFiles
{
    private const int MaxFiles = 1000;
    private readonly List<SharedFile> _all = [];

    /// <summary>Base URL of the room's files; null if unknown.</summary>
    public Uri? Site { get; set; }

    public void Handle(RoomEvent known)
    {
        switch (known)
        {
            case RoomEvent.HistoryShown shown: Add(shown.Messages); break;
            case RoomEvent.Spoken said: Add([said.Message]); break;
            case RoomEvent.PrivateMessage told: _all.AddRange(In([told.Message])); break;
            case RoomEvent.HistoryPage page: Insert(page.Messages); break;
        }

        if (_all.Count > MaxFiles) _all.RemoveRange(0, _all.Count - MaxFiles);
    }

    /// <summary>
    /// Returns the newest file of that name, or the newest of all for an empty name; null if there
    /// is none. Falls back to equality after normalization, then to case-insensitive equality.
    /// </summary>
    public SharedFile? Find(string name)
    {
        var normalized = RegularFile.Normalize(name);
        return _all.FindLast(file => name.Length == 0 || file.Name == name)
            ?? _all.FindLast(file => RegularFile.Normalize(file.Name) == normalized)
            ?? _all.FindLast(file =>
                string.Equals(RegularFile.Normalize(file.Name), normalized, StringComparison.OrdinalIgnoreCase));
    }

    private void Add(IReadOnlyList<ChatMessage> messages)
    {
        _all.AddRange(In(messages));
        Remove(messages);
    }

    private void Insert(IReadOnlyList<ChatMessage> page)
    {
        _all.InsertRange(0, In(page));
        Remove(page);
    }

    /// <summary>Removes the files of messages that were taken back.</summary>
    private void Remove(IReadOnlyList<ChatMessage> messages)
    {
        var gone = messages.Where(message => message.IsGone || message.Kind == MessageKind.Recalled)
            .Select(message => message.Target ?? message.Id)
            .ToHashSet();
        if (gone.Count > 0) _all.RemoveAll(file => file.Message > 0 && gone.Contains(file.Message));
    }

    private IEnumerable<SharedFile> In(IEnumerable<ChatMessage> messages) => Site is not { } site
        ? []
        : messages.Where(message => message.File is { Link: ['/', ..] }).Select(message =>
            new SharedFile(message.File!.Name, message.File.Size, new Uri(site, message.File.Link))
            {
                Message = message.Id,
            });
}
