using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>The sessions that need a delivery of their own around the next batch.</summary>
internal sealed class PendingBatch
{
    private readonly List<(Session Sender, RoomEvent.Acknowledged Event)> _acknowledgements = [];
    private readonly List<Session> _newcomers = [];
    private readonly List<Session> _leavers = [];
    private readonly HashSet<Session> _mailFor = [];
    private readonly List<ChatFile> _recalledFiles = [];

    public bool IsEmpty =>
        _acknowledgements.Count + _newcomers.Count + _leavers.Count + _mailFor.Count + _recalledFiles.Count == 0;

    /// <summary>Shows a newcomer the entrance before the batch.</summary>
    public void Join(Session newcomer) => _newcomers.Add(newcomer);

    /// <summary>Removes a member after the batch, which holds the last of their messages.</summary>
    public void Leave(Session leaver)
    {
        if (!_leavers.Contains(leaver)) _leavers.Add(leaver);
    }

    /// <summary>Delivers an owner's offline messages after the batch.</summary>
    public void DeliverMail(Session owner) => _mailFor.Add(owner);

    /// <summary>Acknowledges a message to its sender after the batch that holds it.</summary>
    public void Acknowledge(Session sender, RoomEvent.Acknowledged acknowledged) =>
        _acknowledgements.Add((sender, acknowledged));

    /// <summary>Has a file deleted after the batch in which its message is taken back.</summary>
    public void Recall(ChatFile file) => _recalledFiles.Add(file);

    /// <summary>Cancels everything for a session that is gone.</summary>
    public void Remove(Session session)
    {
        _newcomers.Remove(session);
        _leavers.Remove(session);
        _mailFor.Remove(session);
    }

    public Session[] DequeueNewcomers() => Drain(_newcomers);

    public Session[] DequeueLeavers() => Drain(_leavers);

    public (Session Sender, RoomEvent.Acknowledged Event)[] DequeueAcknowledgements() => Drain(_acknowledgements);

    public Session[] DequeueMailOwners() => Drain(_mailFor);

    public ChatFile[] DequeueRecalledFiles() => Drain(_recalledFiles);

    private static T[] Drain<T>(ICollection<T> items)
    {
        T[] drained = [.. items];
        items.Clear();
        return drained;
    }
}
