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
    private readonly Joining _joining;
    private readonly Requests _requests;
    private readonly Administration _administration;

    /// <param name="rules">The limits.</param>
    /// <param name="restored">The history to start from.</param>
    /// <param name="snippets">Stores small text files.</param>
    /// <param name="record">The room's name, settings and roles.</param>
    /// <param name="nicks">The nicknames of the server.</param>
    /// <param name="privateLog">The private messages of the server.</param>
    public Room(
        RoomRules rules, RestoredState restored, ISnippetStore snippets, RoomRecord record, NickRegistry nicks,
        PrivateLog privateLog)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(restored);
        State = new RoomState(rules, restored, record, nicks, privateLog);
        var replies = new Replies(State);
        _joining = new Joining(State);
        _administration = new Administration(State, _joining, replies);
        _requests = new Requests(State, snippets, replies, _administration);
    }

    /// <summary>What the server keeps about the room beside its history.</summary>
    public RoomRecord Record => State.Authority.Record;

    /// <summary>The id of the newest message that a member said or shared; 0: none.</summary>
    public long LastTalk => State.Log.LastTalk;

    /// <summary>The identity of the history (<see cref="LogId"/>).</summary>
    public string Log => State.LogId;

    /// <summary>The number of members.</summary>
    public int Count => State.IsClosed ? 0 : State.Members.Count;

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

    /// <summary>
    /// Adds a member; returns false with the refusal if they may not join. After <see
    /// cref="Refusal.EntryAsked"/> the session waits: it joins, or is refused, later.
    /// </summary>
    public bool TryJoin(SessionId id, JoinRequest join, Timestamp now, [NotNullWhen(false)] out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(join);
        var requests = Record.Requests;
        var hasJoined = _joining.TryJoin(id, join, now, out refusal);
        if (requests != Record.Requests) _administration.ShowRequests(now);
        return hasJoined;
    }

    /// <summary>
    /// Handles a command of the server's console, which may do everything. The outcome has the
    /// reply to the session. Returns false if it is no such command.
    /// </summary>
    public bool HandleConsole(SessionId id, ClientMessage command, Timestamp now)
    {
        var console = ConsoleSession(id);
        var isKnown = _administration.Handle(new Requester(console, command?.RequestId), command!, now)
            || (command is ClientMessage.List && _requests.Handle(console, command, now));
        State.Outcome.Add(new Delivery.Left(id));
        return isKnown;
    }

    /// <summary>Gives an account a role.</summary>
    public void GiveRole(string account, Role role, Timestamp now) => _administration.GiveRole(account, role, now);

    /// <inheritdoc cref="RoomRecord.Merge"/>
    public void Merge(string from, string? into, Timestamp now) => _administration.Merge(from, into, now);

    /// <summary>Sets the accounts of the server's owners, who own every room.</summary>
    public void SetServerOwners(IReadOnlySet<string> accounts)
    {
        State.Authority.SetServerOwners(accounts);
        _administration.ShowRoles();
    }

    /// <summary>
    /// Handles a request; returns false if the room does not know its type. Ignores requests of
    /// sessions that are not in the room.
    /// </summary>
    public bool Handle(SessionId id, ClientMessage request, Timestamp now) =>
        !State.Sessions.TryGetValue(id, out var session) || _requests.Handle(session, request, now);

    /// <summary>
    /// Handles what was read from the history for a request (<see cref="Delivery.ReadMessage"/>).
    /// </summary>
    /// <param name="number">The number of the request.</param>
    /// <param name="read">The message, or why it cannot be read.</param>
    /// <param name="now">The current time.</param>
    public void HandleRead(long number, RoomEvent read, Timestamp now) => _requests.HandleRead(number, read, now);

    /// <summary>Publishes an uploaded file, or delivers it to one member.</summary>
    public void ShareUpload(Upload upload, Timestamp now)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (State.IsClosed) State.Outcome.Add(new Delivery.UploadRefused(upload.Number, Refusal.Closing));
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
        State.Admission.Forget(id);
        if (State.Sessions.TryGetValue(id, out var session)) State.Remove(session, now);
    }

    /// <summary>Sets the notice and publishes it.</summary>
    public void ChangeNotice(string text)
    {
        if (!State.IsClosed) State.ChangeNotice(text);
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
    public void Close(Timestamp now) => State.Close(Refusal.Closing, now);

    /// <summary>Returns the outcome of all requests since the last call.</summary>
    public Outcome DequeueOutcome(Timestamp now)
    {
        State.EndBatch(now);
        return State.Outcome.Build();
    }

    private Session ConsoleSession(SessionId id)
    {
        var nobody = new JoinRequest(default, State.Address);
        return new Session(id, nobody, new MemberSessions(default, nobody)) { IsConsole = true };
    }

    private void Publish(SystemMessage what, Timestamp now)
    {
        if (!State.IsClosed) State.Publish(what, now);
    }
}
