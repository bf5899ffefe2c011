using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The rules of a room: who may join and by which nickname, what may be said, who is told what and
/// in which order. It knows neither actors nor bytes nor files, and reads no clock. Requests are
/// handled one after the other; what they lead to gathers until <see cref="TakeOutcome"/>, so that
/// many of them become one broadcast.
/// </summary>
public sealed class Room
{
    private readonly Requests _requests;
    private bool _isClosed;

    /// <param name="rules">What it allows.</param>
    /// <param name="restored">What it remembers.</param>
    /// <param name="snippets">Where small text files are kept.</param>
    public Room(RoomRules rules, RestoredState restored, ISnippetStore snippets)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(restored);
        State = new RoomState(rules, restored);
        _requests = new Requests(State, snippets);
    }

    /// <summary>The identity of the history (<see cref="LogId"/>).</summary>
    public string Log => State.LogId;

    /// <summary>How many are in the room.</summary>
    public int Count => State.Sessions.Count;

    /// <summary>Grows with every change of the member list.</summary>
    public int Version => State.Members.Version;

    /// <summary>The messages in memory, oldest first.</summary>
    public IReadOnlyList<ChatMessage> InMemory => State.Log.InMemory;

    /// <summary>Whether there is an outcome to take.</summary>
    public bool HasOutcome => IsAwaited || State.Log.IsPending || !State.Turn.IsEmpty;

    /// <summary>Whether somebody waits for a reply.</summary>
    public bool IsAwaited => State.Outcome.HasDeliveries;

    internal RoomState State { get; }

    /// <summary>
    /// Sets the room's address, which it speaks from and the default notice names, and where its
    /// files are.
    /// </summary>
    public void Open(PeerAddress address, WebDoor? web = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        State.Open(address, web);
    }

    /// <summary>Lets somebody join; false with the reason when they may not.</summary>
    public bool TryJoin(SessionId id, JoinRequest join, Moment now, [NotNullWhen(false)] out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(join);
        refusal = _isClosed ? Refusal.Closing : IsUnfit(join, now) ? join.Unfit : null;
        if (refusal is not null) return false;

        if (join is { Key: { } key, IsBeside: false }) TakeOver(join.Nick, key, now);
        if (!State.Members.TryAdd(id, join, SinceOf(join), now, out var session, out refusal)) return false;
        State.Add(session, now);
        return true;
    }

    /// <summary>
    /// Handles what somebody asks for; false when it is nothing a room knows. Who is not in the
    /// room is ignored.
    /// </summary>
    public bool Handle(SessionId id, ClientMessage request, Moment now) =>
        !State.Sessions.TryGetValue(id, out var session) || _requests.Handle(session, request, now);

    /// <summary>Tells everyone, or one person, of an uploaded file.</summary>
    public void ShareUpload(Upload upload, Moment now)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (_isClosed) State.Outcome.Add(new Delivery.UploadRefused(upload.Number, Refusal.Closing));
        else _requests.ShareUpload(upload, now);
    }

    /// <summary>Somebody leaves, after the turn that holds the last of what they said.</summary>
    public void Leave(SessionId id)
    {
        if (State.Sessions.TryGetValue(id, out var session)) State.Turn.Leave(session);
    }

    /// <summary>Somebody's connection is lost.</summary>
    public void Disconnect(SessionId id, Moment now)
    {
        if (State.Sessions.TryGetValue(id, out var session)) State.Remove(session, now);
    }

    /// <summary>Sets the notice and tells everyone.</summary>
    public void ChangeNotice(string text)
    {
        if (!_isClosed) State.ChangeNotice(text);
    }

    /// <summary>The history can't be written for now.</summary>
    public void StoreFailed(Moment now) => Announce(new SystemMessage.StoreUnavailable(), now);

    /// <summary>The history is written again; so many messages are lost to it.</summary>
    public void StoreRecovered(int lost, Moment now) => Announce(new SystemMessage.StoreRecovered(lost), now);

    /// <summary>
    /// How the member list changed, for all who were shown an older one. Who is about to join is
    /// shown the list then.
    /// </summary>
    public Delivery.Reply TakeMemberChanges()
    {
        var outdated = State.Members.Sessions
            .Where(session => session.SeenVersion is not 0 && session.SeenVersion != Version)
            .ToArray();
        foreach (var session in outdated) session.SeenVersion = Version;
        return new Delivery.Reply([.. outdated.Select(session => session.Id)], [State.Members.TakeChanges()]);
    }

    /// <summary>Says goodbye to everyone, and lets nobody in any more.</summary>
    public void Close(Moment now)
    {
        State.EndTurn(now);
        foreach (var id in State.Sessions.Keys) State.Outcome.Add(new Delivery.Disconnected(id, Refusal.Closing));
        State.Clear();
        _isClosed = true;
    }

    /// <summary>Everything the requests since the last call led to.</summary>
    public Outcome TakeOutcome(Moment now)
    {
        State.EndTurn(now);
        return State.Outcome.Take();
    }

    private void Announce(SystemMessage what, Moment now)
    {
        if (!_isClosed) State.Announce(what, now);
    }

    private bool IsUnfit(JoinRequest join, Moment now) =>
        join.Unfit is not null && (join.Key is null || State.Registry.OwnerOf(join.Nick, now) != join.Key);

    /// <summary>
    /// An owner joins: the session that holds the nickname, dead or not, is told so and is out.
    /// </summary>
    private void TakeOver(Nick nick, string key, Moment now)
    {
        if (State.Registry.OwnerOf(nick, now) != key || State.Members.Find(nick.Text) is not { } holder) return;
        State.Outcome.Add(new Delivery.Disconnected(holder.Id, Refusal.TakenOver));
        State.Remove(holder, now);
    }

    private Since? SinceOf(JoinRequest join)
    {
        if (join.Since is not { } since) return null;
        var isOurs = join.Log is null ? State.Rules.IsDurable : join.Log == Log;
        return new Since(Math.Max(since, 0), IsKnown: isOurs && since <= State.Log.LastTold);
    }
}
