using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Lets sessions into the room.</summary>
internal sealed class Joining(RoomState room)
{
    /// <summary>Adds a session; returns false with the refusal if it may not join.</summary>
    public bool TryJoin(SessionId id, JoinRequest join, Timestamp now, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = room.IsClosed ? Refusal.Closing
            : IsRefused(join, now) ? join.NickRefusal
            : room.Admission.Check(id, join, now);
        return refusal is null && TryEnter(id, join, now, out refusal);
    }

    /// <summary>Adds a session that may enter, beside others of its account if it can.</summary>
    public bool TryEnter(SessionId id, JoinRequest join, Timestamp now, [NotNullWhen(false)] out Refusal? refusal)
    {
        var beside = room.Members.FindBeside(join);
        if (beside is null && join is { Account: not null, IsSecondary: false }) beside = TakeOver(join, now);
        var readableAfter = room.Authority.ReadableAfter(join.Account, room.Log.LastPublished);
        var resume = ResumePointOf(join, readableAfter);
        Session New(MemberSessions member) =>
            new(id, join, member) { Resume = resume, ReadableAfter = readableAfter, IsBeside = member == beside };

        return beside is null
            ? TryEnterAlone(join, New, now, out refusal)
            : TryEnterBeside(join, New(beside), now, out refusal);
    }

    private bool TryEnterAlone(
        JoinRequest join, Func<MemberSessions, Session> sessionOf, Timestamp now,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        if (!room.Members.TryAdd(join, sessionOf, now, out var session, out refusal)) return false;
        room.Admission.Enter(join, now);
        room.Add(session);
        room.Publish(new SystemMessage.Joined(session.Member), now);
        return true;
    }

    /// <summary>
    /// The member is here already, so nobody sees anything: neither another device of theirs, nor a
    /// client that comes back before its broken connection was noticed.
    /// </summary>
    private bool TryEnterBeside(
        JoinRequest join, Session session, Timestamp now, [NotNullWhen(false)] out Refusal? refusal)
    {
        var away = session.Of.Away;
        if (!room.Members.TryAddBeside(session.Of, session, now, out var former, out refusal)) return false;
        room.Admission.Enter(join, now);
        room.Add(session);
        if (former is not null)
        {
            session.Away = former.Away;
            room.Outcome.Add(new Delivery.Disconnected(former.Id, Refusal.TakenOver));
            room.Remove(former, now);
        }

        room.ShowAway(session.Of, away);
        return true;
    }

    /// <summary>Owners keep a registered nickname that later rules would refuse.</summary>
    private bool IsRefused(JoinRequest join, Timestamp now) => join.NickRefusal is not null
        && (join.Account is null || room.Registry.OwnerOf(join.Nick, now) != join.Account);

    /// <summary>
    /// Take-over: disconnects the sessions that hold the nickname its owner asks for, but clients
    /// that can stand beside it. Returns the member if some of these are left.
    /// </summary>
    private MemberSessions? TakeOver(JoinRequest join, Timestamp now)
    {
        var isOwner = room.Registry.OwnerOf(join.Nick, now) == join.Account;
        if (!isOwner || room.Members.Find(join.Nick.Text) is not { } holder) return null;
        var isOwn = holder.Account == join.Account;
        foreach (var session in holder.Sessions.Where(session => !isOwn || session.ClientId is null).ToArray())
        {
            room.Outcome.Add(new Delivery.Disconnected(session.Id, Refusal.TakenOver));
            room.Remove(session, now);
        }

        return holder.Sessions.Count > 0 ? holder : null;
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
