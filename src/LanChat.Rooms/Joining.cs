using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Lets sessions into the room.</summary>
internal sealed class Joining(RoomState room)
{
    /// <summary>Adds a member; returns false with the refusal if they may not join.</summary>
    public bool TryJoin(SessionId id, JoinRequest join, Timestamp now, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = room.IsClosed ? Refusal.Closing
            : IsRefused(join, now) ? join.NickRefusal
            : room.Admission.Check(id, join, now);
        return refusal is null && TryEnter(id, join, now, out refusal);
    }

    /// <summary>Adds a member who may enter.</summary>
    public bool TryEnter(SessionId id, JoinRequest join, Timestamp now, [NotNullWhen(false)] out Refusal? refusal)
    {
        if (join is { Key: { } key, IsSecondary: false }) TakeOver(join.Nick, key, now);
        var readableAfter = room.Authority.ReadableAfter(join.Key, room.Log.LastPublished);
        var resume = ResumePointOf(join, readableAfter);
        if (!room.Members.TryAdd(id, join, resume, now, out var session, out refusal)) return false;
        session.ReadableAfter = readableAfter;
        room.Admission.Enter(join, now);
        room.Add(session, now);
        return true;
    }

    /// <summary>Owners keep a registered nickname that later rules would refuse.</summary>
    private bool IsRefused(JoinRequest join, Timestamp now) =>
        join.NickRefusal is not null && (join.Key is null || room.Registry.OwnerOf(join.Nick, now) != join.Key);

    /// <summary>
    /// Take-over: disconnects the session that holds the nickname its owner asks for.
    /// </summary>
    private void TakeOver(Nick nick, string key, Timestamp now)
    {
        if (room.Registry.OwnerOf(nick, now) != key || room.Members.Find(nick.Text) is not { } holder) return;
        room.Outcome.Add(new Delivery.Disconnected(holder.Id, Refusal.TakenOver));
        room.Remove(holder, now);
    }

    private ResumePoint? ResumePointOf(JoinRequest join, long readableAfter)
    {
        if (join.Since is not { } since)
            return readableAfter > 0 ? new ResumePoint(readableAfter, IsKnown: true) : null;
        var isOurs = join.Log is null ? room.Rules.IsDurable : join.Log == room.LogId;
        var isKnown = isOurs && since <= room.Log.LastPublished;
        return readableAfter > 0
            ? new ResumePoint(isKnown ? Math.Max(since, readableAfter) : readableAfter, IsKnown: true)
            : new ResumePoint(Math.Max(since, 0), isKnown);
    }
}
