using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The entrances of the newcomers of one batch. Those who may do the same share one, so that it is
/// encoded once for all of them.
/// </summary>
internal sealed class Entrances(RoomRules rules, MessageLog log, RoomEvent[] stateEvents)
{
    private readonly List<(RoomEvent.RoleShown Role, bool IsForOtherHistory, Entrance Entrance)> _shared = [];

    /// <param name="newcomer">Who has joined.</param>
    /// <param name="role">What they may do.</param>
    public Entrance For(Session newcomer, RoomEvent.RoleShown role) => newcomer.Resume switch
    {
        null => Shared(role, isForOtherHistory: false),
        { IsKnown: false } => Shared(role, isForOtherHistory: true),
        { Id: var since } => Entrance.ForReturning(since, rules, [.. stateEvents, role], log),
    };

    private Entrance Shared(RoomEvent.RoleShown role, bool isForOtherHistory)
    {
        var known = _shared.Find(one => one.IsForOtherHistory == isForOtherHistory && AreSame(one.Role, role));
        if (known.Entrance is not null) return known.Entrance;
        RoomEvent[] events = [.. stateEvents, role];
        var entrance = isForOtherHistory
            ? Entrance.ForOtherHistory(rules, events, log)
            : Entrance.ForNewcomer(rules, events, log);
        _shared.Add((role, isForOtherHistory, entrance));
        return entrance;
    }

    private static bool AreSame(RoomEvent.RoleShown one, RoomEvent.RoleShown other) =>
        (one.Role, one.Edits) == (other.Role, other.Edits) && one.May.SequenceEqual(other.May);
}
