using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Decides who may enter: by role, password or invitation, or when a moderator admits them.
/// </summary>
internal sealed class Admission(Authority authority)
{
    private const int MaxRequests = 100;
    private const int MaxRequestsPerAddress = 5;
    private static readonly TimeSpan RequestLifetime = TimeSpan.FromDays(7);
    private static readonly TimeSpan AdmissionLifetime = TimeSpan.FromDays(1);

    private readonly AttemptLimiter _attempts = new();
    private readonly Dictionary<SessionId, JoinRequest> _waiting = [];

    /// <summary>Those who asked to enter and were not answered.</summary>
    public IReadOnlyList<Member> Requests =>
        [.. authority.Record.Requests
            .Where(request => !request.IsAdmitted)
            .Select(request => new Member(request.Nickname, request.Address))];

    /// <summary>
    /// Why somebody may not enter; null if they may. With <see cref="Refusal.EntryAsked"/> the
    /// session waits until it is answered, or <see cref="Forget"/>.
    /// </summary>
    public Refusal? Check(SessionId id, JoinRequest join, Timestamp now)
    {
        if (authority.Record.IsArchived) return Refusal.NoSuchRoom;
        if (Permissions.May(authority.StandingOf(join.Account), RoomAction.Enter, authority.Settings)) return null;
        if (IsAdmitted(join, now)) return null;
        if (join.Code is { } code)
            return CheckSecret(join, FindInvitation(code, now) is not null, Refusal.CodeWrong, now);
        return authority.Settings.Entry switch
        {
            EntryPolicy.Named => Refusal.EntryNamed,
            EntryPolicy.Trusted => Refusal.EntryTrusted,
            EntryPolicy.Closed => Refusal.EntryClosed,
            EntryPolicy.Password when join.Password is null => Refusal.EntryPassword,
            EntryPolicy.Password => CheckPassword(join, now),
            _ => Ask(id, join, now),
        };
    }

    /// <summary>
    /// Somebody has entered: uses up their invitation. They may come again: an account is trusted
    /// from then on, who has none is admitted for a day.
    /// </summary>
    public void Enter(JoinRequest join, Timestamp now)
    {
        var isOpen = Permissions.May(authority.StandingOf(join.Account), RoomAction.Enter, authority.Settings);
        if (isOpen || IsAdmitted(join, now)) return;
        if (join.Code is null || FindInvitation(join.Code, now) is not { } used) return;
        var rest = authority.Record.Invitations.Where(other => other != used && other.Until > now.Utc);
        authority.Apply(new RoomChange.InvitationsChanged(
            used.Uses > 1 ? [.. rest, used with { Uses = used.Uses - 1 }] : [.. rest]));
        Admit(join.Nick.Text, join.Address, join.Account, now);
    }

    /// <summary>
    /// Admits or rejects whoever asked by a nickname; returns false if nobody did.
    /// </summary>
    /// <param name="nickname">The nickname they asked with.</param>
    /// <param name="isAdmitted">Whether they may enter.</param>
    /// <param name="now">The current time.</param>
    /// <param name="answered">Those of them who wait, with what they asked.</param>
    public bool TryAnswer(
        string nickname, bool isAdmitted, Timestamp now, out KeyValuePair<SessionId, JoinRequest>[] answered)
    {
        answered = [];
        var request = authority.Record.Requests.FirstOrDefault(
            one => !one.IsAdmitted && Nick.AreSame(one.Nickname, nickname));
        if (request is null) return false;
        Change([.. authority.Record.Requests.Where(other => other != request)]);
        if (isAdmitted) Admit(request.Nickname, request.Address, request.Account, now);
        answered = [.. _waiting.Where(one => IsFrom(request, one.Value))];
        foreach (var (id, _) in answered) _waiting.Remove(id);
        return true;
    }

    /// <summary>A session that waited is gone; its request stays.</summary>
    public void Forget(SessionId id) => _waiting.Remove(id);

    private static bool IsFrom(EntryRequest request, JoinRequest join) => request.Account is { } account
        ? account == join.Account
        : join.Account is null && Nick.AreSame(request.Nickname, join.Nick.Text)
            && AddressBlock.Of(request.Address.Ip) == AddressBlock.Of(join.Address.Ip);

    private Refusal? CheckPassword(JoinRequest join, Timestamp now)
    {
        // Hashing costs time: not for somebody who tries too often.
        if (!_attempts.MayTry(join.Address.Ip, now)) return Refusal.TooManyTries;
        var isRight = authority.Settings.Password?.IsMatch(join.Password) == true;
        return CheckSecret(join, isRight, Refusal.EntryPassword, now);
    }

    private Refusal? CheckSecret(JoinRequest join, bool isRight, Refusal wrong, Timestamp now)
    {
        if (!_attempts.MayTry(join.Address.Ip, now)) return Refusal.TooManyTries;
        if (isRight) return null;
        _attempts.Fail(join.Address.Ip, now);
        return wrong with { Closes = true };
    }

    private Refusal Ask(SessionId id, JoinRequest join, Timestamp now)
    {
        EntryRequest[] requests = [.. Valid(now)];
        if (!requests.Any(request => IsFrom(request, join)))
        {
            var address = AddressBlock.Of(join.Address.Ip);
            if (requests.Length >= MaxRequests
                || requests.Count(request => AddressBlock.Of(request.Address.Ip) == address) >= MaxRequestsPerAddress)
                return Refusal.EntryClosed;
            Change([.. requests, new EntryRequest(join.Nick.Text, join.Address, join.Account, now.Utc)]);
        }

        _waiting[id] = join;
        return Refusal.EntryAsked;
    }

    private void Admit(string nickname, PeerAddress address, string? account, Timestamp now)
    {
        if (account is not null) authority.Apply(new RoomChange.RoleGiven(account, Role.Trusted));
        else Change([.. Valid(now), new EntryRequest(nickname, address, Account: null, now.Utc, IsAdmitted: true)]);
    }

    private bool IsAdmitted(JoinRequest join, Timestamp now) =>
        Valid(now).Any(request => request.IsAdmitted && IsFrom(request, join));

    private IEnumerable<EntryRequest> Valid(Timestamp now) => authority.Record.Requests.Where(
        request => now.Utc - request.Asked < (request.IsAdmitted ? AdmissionLifetime : RequestLifetime));

    private Invitation? FindInvitation(string code, Timestamp now)
    {
        var hash = SecretCode.HashOf(code);
        return authority.Record.Invitations.FirstOrDefault(
            invitation => invitation.Hash == hash && invitation.Until > now.Utc);
    }

    private void Change(IReadOnlyList<EntryRequest> requests) =>
        authority.Apply(new RoomChange.RequestsChanged(requests));
}
