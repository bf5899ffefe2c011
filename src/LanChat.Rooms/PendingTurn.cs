using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Who has something coming with the turn that is about to be told.</summary>
internal sealed class PendingTurn
{
    private readonly List<(Session Speaker, RoomEvent.Known Known)> _confirmations = [];
    private readonly List<Session> _newcomers = [];
    private readonly List<Session> _leavers = [];
    private readonly HashSet<Session> _mailFor = [];

    public bool IsEmpty => _confirmations.Count + _newcomers.Count + _leavers.Count + _mailFor.Count == 0;

    /// <summary>Somebody has joined, and is shown the room before the turn.</summary>
    public void Join(Session newcomer) => _newcomers.Add(newcomer);

    /// <summary>Somebody leaves after the turn that holds the last of what they said.</summary>
    public void Leave(Session leaver)
    {
        if (!_leavers.Contains(leaver)) _leavers.Add(leaver);
    }

    /// <summary>Somebody is to be given the messages that wait for them, after the turn.</summary>
    public void HandOverMail(Session owner) => _mailFor.Add(owner);

    /// <summary>
    /// Tells a speaker, and nobody else, which message is theirs, right after the turn that holds
    /// it.
    /// </summary>
    public void Confirm(Session speaker, RoomEvent.Known known) => _confirmations.Add((speaker, known));

    /// <summary>Somebody is gone: nothing comes for them.</summary>
    public void Forget(Session session)
    {
        _newcomers.Remove(session);
        _leavers.Remove(session);
        _mailFor.Remove(session);
    }

    public Session[] TakeNewcomers() => Take(_newcomers);

    public Session[] TakeLeavers() => Take(_leavers);

    public (Session Speaker, RoomEvent.Known Known)[] TakeConfirmations() => Take(_confirmations);

    public Session[] TakeMail() => Take(_mailFor);

    private static T[] Take<T>(ICollection<T> items)
    {
        T[] taken = [.. items];
        items.Clear();
        return taken;
    }
}
