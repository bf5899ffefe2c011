using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Handles requests about the room itself: settings, roles, invitations, who may enter.
/// </summary>
internal sealed class Administration(RoomState room, Joining joining, Replies replies)
{
    private const int MaxInvitations = 50;
    private const int MaxUses = 1000;
    private static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan MaxInvitationLifetime = TimeSpan.FromDays(30);

    private Authority Authority => room.Authority;

    /// <summary>Handles a request; returns false if it is none of these.</summary>
    public bool Handle(Requester requester, ClientMessage request, Timestamp now)
    {
        switch (request)
        {
            case ClientMessage.ChangeSettings change: Change(requester, change, now); break;
            case ClientMessage.GiveRole given: GiveRole(requester, given, now); break;
            case ClientMessage.Invite invite: Invite(requester, invite, now); break;
            case ClientMessage.Admit admit: Answer(requester, admit.Nickname, isAdmitted: true, now); break;
            case ClientMessage.Reject reject: Answer(requester, reject.Nickname, isAdmitted: false, now); break;
            case ClientMessage.ArchiveRoom: Archive(requester, now); break;
            default: return false;
        }

        return true;
    }

    /// <summary>Shows every member what they may do, after a change.</summary>
    public void ShowRoles()
    {
        foreach (var session in room.Sessions.Values) room.Outcome.Reply(session, Authority.Show(session));
    }

    /// <summary>Shows those who may admit others who waits.</summary>
    public void ShowRequests(Timestamp now)
    {
        var shown = new RoomEvent.EntryRequestsShown(room.Admission.Requests, room.Address, now.Local);
        foreach (var session in room.Sessions.Values.Where(session => Authority.May(session, RoomAction.Admit)))
            room.Outcome.Reply(session, shown);
    }

    private void Change(Requester requester, ClientMessage.ChangeSettings change, Timestamp now)
    {
        var describes = change.Changes.All(setting => setting.Key is "topic" or "notice");
        var before = Authority.Settings;
        if (!Authority.May(requester.Session, describes ? RoomAction.Describe : RoomAction.Configure))
        {
            replies.Refuse(requester, Refusal.NotAllowed, now);
        }
        else if (change.Changes.Count == 0 || !before.TryWith(change.Changes, out var after))
        {
            replies.Refuse(requester, Refusal.SettingInvalid, now);
        }
        else
        {
            room.EndBatch(now);
            Authority.Apply(new RoomChange.SettingsChanged(after));
            if (after.Notice != before.Notice) room.ChangeNotice(after.Notice);
            room.Log.Add(new RoomEvent.SettingsShown(after));
            replies.Done(requester, now);
            if (!describes) ShowRoles();
        }
    }

    private void GiveRole(Requester requester, ClientMessage.GiveRole given, Timestamp now)
    {
        var standing = Authority.StandingOf(requester.Session);
        if (!Permissions.MayGive(standing, Role.Guest, Role.Guest, Authority.Settings))
            replies.Refuse(requester, Refusal.NotAllowed, now);
        else if (!Enum.TryParse<Role>(given.RoleName, ignoreCase: true, out var role) || !Enum.IsDefined(role))
            replies.Refuse(requester, Refusal.SettingInvalid, now);
        else if (AccountOf(given.Nickname, now) is not { } account)
            replies.Refuse(requester, Refusal.NoKey, now);
        else if (!Permissions.MayGive(standing, Authority.RoleOf(account), role, Authority.Settings))
            replies.Refuse(requester, Refusal.NotAllowed, now);
        else
        {
            GiveRole(account, role, now);
            replies.Done(requester, now);
        }
    }

    /// <summary>Gives an account a role, and shows its members what they may do.</summary>
    public void GiveRole(string account, Role role, Timestamp now) =>
        Apply(account, [new RoomChange.RoleGiven(account, role)], now);

    /// <inheritdoc cref="RoomRecord.Merge"/>
    public void Merge(string from, string? into, Timestamp now) =>
        Apply(into ?? from, Authority.Record.Merge(from, into), now);

    private void Apply(string account, IReadOnlyList<RoomChange> changes, Timestamp now)
    {
        foreach (var change in changes) Authority.Apply(change);
        foreach (var session in room.Sessions.Values.Where(session => session.Account == account))
            room.Outcome.Reply(session, Authority.Show(session));
        ShowRequests(now);
    }

    private string? AccountOf(string nickname, Timestamp now) =>
        room.Members.Find(nickname) is { } member ? member.Account
        : Nick.TryRecall(nickname, out var nick) ? room.Registry.OwnerOf(nick, now)
        : null;

    private void Invite(Requester requester, ClientMessage.Invite invite, Timestamp now)
    {
        var uses = invite.Uses ?? 1;
        var lifetime = invite.Lifetime is { } text ? LifetimeOf(text) : InvitationLifetime;
        Invitation[] valid = [.. Authority.Record.Invitations.Where(one => one.Until > now.Utc)];
        if (!Authority.May(requester.Session, RoomAction.Invite))
        {
            replies.Refuse(requester, Refusal.NotAllowed, now);
        }
        else if (lifetime is not { } period || uses is < 1 or > MaxUses)
        {
            replies.Refuse(requester, Refusal.SettingInvalid, now);
        }
        else if (valid.Length >= MaxInvitations)
        {
            replies.Refuse(requester, Refusal.RoomsFull, now);
        }
        else
        {
            var code = SecretCode.New();
            var invitation = new Invitation(SecretCode.HashOf(code), (int)uses, now.Utc + period);
            Authority.Apply(new RoomChange.InvitationsChanged([.. valid, invitation]));
            replies.Send(
                requester,
                new RoomEvent.InvitationGiven(
                    code, Authority.Record.Name.Key, invitation.Uses, now.Local + period)
                {
                    Server = room.Address,
                    Time = now.Local,
                },
                now);
        }
    }

    // "90m", "12h", "7d"; no seconds.
    private static TimeSpan? LifetimeOf(string text) =>
        !text.EndsWith('s') && SettingText.Period(text, MaxInvitationLifetime) is { } period && period > TimeSpan.Zero
            ? period
            : null;

    private void Answer(Requester requester, string nickname, bool isAdmitted, Timestamp now)
    {
        if (!Authority.May(requester.Session, RoomAction.Admit))
        {
            replies.Refuse(requester, Refusal.NotAllowed, now);
            return;
        }

        if (!room.Admission.TryAnswer(nickname, isAdmitted, now, out var answered))
        {
            replies.Refuse(requester, Refusal.NobodyOfThatName, now);
            return;
        }

        foreach (var (id, join) in answered)
        {
            if (!isAdmitted) room.Outcome.Add(new Delivery.JoinRejected(id, Refusal.EntryClosed));
            else if (!joining.TryEnter(id, join, now, out var refusal))
                room.Outcome.Add(new Delivery.JoinRejected(id, refusal));
        }

        replies.Done(requester, now);
        ShowRequests(now);
    }

    private void Archive(Requester requester, Timestamp now)
    {
        if (Authority.Record.IsLobby || !Authority.May(requester.Session, RoomAction.Archive))
        {
            replies.Refuse(requester, Refusal.NotAllowed, now);
            return;
        }

        Authority.Apply(new RoomChange.Archived());
        replies.Done(requester, now);
        room.Close(Refusal.Archived, now);
    }
}
