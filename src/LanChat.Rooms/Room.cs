using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The rules of a room: who may join, under which nickname, what may be said, and who gets which
/// events in which order. Pure: knows no actors, bytes, files or clock. Handles requests one after
/// the other; their outcome is collected until <see cref="DequeueOutcome"/>, so that many requests
/// become one broadcast.
/// </summary>
public sealed class Room
{
    private readonly Requests _requests;
    private bool _isClosed;

    /// <param name="rules">The limits.</param>
    /// <param name="restored">The state to start from.</param>
    /// <param name="snippets">Stores small text files.</param>
    public Room(RoomRules rules, RestoredState restored, ISnippetStore snippets)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(restored);
        State = new RoomState(rules, restored);
        _requests = new Requests(State, snippets);
    }

    /// <summary>The identity of the history (<see cref="LogId"/>).</summary>
    public string Log => State.LogId;

    /// <summary>The number of members.</summary>
    public int Count => State.Sessions.Count;

    /// <summary>Grows with every change of the member list.</summary>
    public int Version => State.Members.Version;

    /// <summary>The messages in memory, oldest first.</summary>
    public IReadOnlyList<ChatMessage> InMemory => State.Log.InMemory;

    /// <summary>Whether an outcome is pending.</summary>
    public bool HasOutcome => HasReplies || State.Log.IsPending || !State.Batch.IsEmpty;

    /// <summary>Whether a pending delivery should not be delayed, for example a reply.</summary>
    public bool HasReplies => State.Outcome.HasDeliveries;

    internal RoomState State { get; }

    /// <summary>
    /// Sets the room's address, which the default notice names, and the endpoint of its files.
    /// </summary>
    public void Open(PeerAddress address, WebEndpoint? web = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        State.Open(address, web);
    }

    /// <summary>Adds a member; returns false with the refusal if they may not join.</summary>
    public bool TryJoin(SessionId id, JoinRequest join, Timestamp now, [NotNullWhen(false)] out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(join);
        refusal = _isClosed ? Refusal.Closing : IsRefused(join, now) ? join.NickRefusal : null;
        if (refusal is not null) return false;

        if (join is { Key: { } key, IsSecondary: false }) TakeOver(join.Nick, key, now);
        if (!State.Members.TryAdd(id, join, ResumePointOf(join), now, out var session, out refusal)) return false;
        State.Add(session, now);
        return true;
    }

    /// <summary>
    /// Handles a request; returns false if the room does not know its type. Ignores requests of
    /// sessions that are not in the room.
    /// </summary>
    public bool Handle(SessionId id, ClientMessage request, Timestamp now) =>
        !State.Sessions.TryGetValue(id, out var session) || _requests.Handle(session, request, now);

    /// <summary>Publishes an uploaded file, or delivers it to one member.</summary>
    public void ShareUpload(Upload upload, Timestamp now)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (_isClosed) State.Outcome.Add(new Delivery.UploadRefused(upload.Number, Refusal.Closing));
        else _requests.ShareUpload(upload, now);
    }

    /// <summary>
    /// Removes a member after the next batch, which holds the last of their messages.
    /// </summary>
    public void Leave(SessionId id)
    {
        if (State.Sessions.TryGetValue(id, out var session)) State.Batch.Leave(session);
    }

    /// <summary>Removes a member whose connection is lost, at once.</summary>
    public void Disconnect(SessionId id, Timestamp now)
    {
        if (State.Sessions.TryGetValue(id, out var session)) State.Remove(session, now);
    }

    /// <summary>Sets the notice and publishes it.</summary>
    public void ChangeNotice(string text)
    {
        if (!_isClosed) State.ChangeNotice(text);
    }

    /// <summary>Publishes that the history cannot be written.</summary>
    public void StoreFailed(Timestamp now) => Publish(new SystemMessage.StoreUnavailable(), now);

    /// <summary>
    /// Publishes that the history is written again, and how many messages it lost.
    /// </summary>
    public void StoreRecovered(int lost, Timestamp now) => Publish(new SystemMessage.StoreRecovered(lost), now);

    /// <summary>
    /// The changes of the member list, for all members who were shown an older version. Newcomers
    /// get the list with their entrance.
    /// </summary>
    public Delivery.Reply DequeueMemberChanges()
    {
        var outdated = State.Members.Sessions
            .Where(session => session.SeenVersion is not 0 && session.SeenVersion != Version)
            .ToArray();
        foreach (var session in outdated) session.SeenVersion = Version;
        return new Delivery.Reply([.. outdated.Select(session => session.Id)], [State.Members.DequeueChanges()]);
    }

    /// <summary>Disconnects everyone and refuses all later joins.</summary>
    public void Close(Timestamp now)
    {
        State.EndBatch(now);
        foreach (var id in State.Sessions.Keys) State.Outcome.Add(new Delivery.Disconnected(id, Refusal.Closing));
        State.Clear();
        _isClosed = true;
    }

    /// <summary>Returns the outcome of all requests since the last call.</summary>
    public Outcome DequeueOutcome(Timestamp now)
    {
        State.EndBatch(now);
        return State.Outcome.Build();
    }

    private void Publish(SystemMessage what, Timestamp now)
    {
        if (!_isClosed) State.Publish(what, now);
    }

    /// <summary>Owners keep a registered nickname that later rules would refuse.</summary>
    private bool IsRefused(JoinRequest join, Timestamp now) =>
        join.NickRefusal is not null && (join.Key is null || State.Registry.OwnerOf(join.Nick, now) != join.Key);

    /// <summary>
    /// Take-over: disconnects the session that holds the nickname its owner asks for.
    /// </summary>
    private void TakeOver(Nick nick, string key, Timestamp now)
    {
        if (State.Registry.OwnerOf(nick, now) != key || State.Members.Find(nick.Text) is not { } holder) return;
        State.Outcome.Add(new Delivery.Disconnected(holder.Id, Refusal.TakenOver));
        State.Remove(holder, now);
    }

    private ResumePoint? ResumePointOf(JoinRequest join)
    {
        if (join.Since is not { } since) return null;
        var isOurs = join.Log is null ? State.Rules.IsDurable : join.Log == Log;
        return new ResumePoint(Math.Max(since, 0), IsKnown: isOurs && since <= State.Log.LastPublished);
    }
}
