using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Turns events about the room itself into messages for the view: its settings, what the user may
/// do there, invitations, and who asks to enter.
/// </summary>
internal sealed class RoomRulesPresenter
{
    private readonly HashSet<string> _waiting = [];
    private RoomSettings? _settings;
    private Role _announced;
    private bool _hasRole;

    public RoomPermissions Permissions { get; private set; } = RoomPermissions.None;

    public Role Role { get; private set; }

    /// <summary>How long the user may change their messages; zero: not at all.</summary>
    public TimeSpan EditTime { get; private set; }

    public string Topic => _settings?.Topic ?? "";

    /// <summary>Message that shows the topic.</summary>
    public object ShownTopic =>
        new ViewProtocol.ShowRemark(Topic.Length > 0 ? RoomWindowTexts.Topic(Topic) : RoomWindowTexts.NoTopic);

    /// <summary>Message that shows the settings.</summary>
    public object ShownSettings => new ViewProtocol.ShowRemark(
        string.Join('\n', (_settings ?? new RoomSettings()).Texts.Select(setting => $"{setting.Key} = {setting.Value}")));

    /// <summary>Message that shows help on a command, or on all that the user may use.</summary>
    public object HelpOn(string? topic) => Help.Show(topic, Permissions);

    /// <summary>The room was joined; it tells settings and role again.</summary>
    public void Reset(bool hasRooms)
    {
        Permissions = new RoomPermissions(hasRooms, []);
        (_hasRole, EditTime) = (false, TimeSpan.Zero);
        _waiting.Clear();
    }

    /// <summary>Messages for the view; null if the event is none of these.</summary>
    /// <param name="roomEvent">The event.</param>
    /// <param name="place">The room.</param>
    /// <param name="site">The server's page; null if it has none.</param>
    public IEnumerable<object>? Handle(RoomEvent roomEvent, Place place, Uri? site) => roomEvent switch
    {
        RoomEvent.RoleShown shown => HandleRole(shown),
        RoomEvent.SettingsShown shown => HandleSettings(shown.Settings),
        RoomEvent.InvitationGiven given => HandleInvitation(given, place, site),
        RoomEvent.EntryRequestsShown shown => HandleRequests(shown.Waiting, place.Room),
        _ => null,
    };

    /// <summary>The word for a role.</summary>
    public static string WordFor(Role role) => role switch
    {
        Role.Owner => MemberTexts.Owner,
        Role.Moderator => MemberTexts.Moderator,
        Role.Trusted => MemberTexts.Trusted,
        _ => MemberTexts.Guest,
    };

    /// <summary>
    /// On entering, the server tells what guests may do, and then what this user may do.
    /// </summary>
    private IEnumerable<object> HandleRole(RoomEvent.RoleShown shown)
    {
        var isForGuests = !_hasRole && shown.Role == Role.Guest;
        (Role, EditTime, _hasRole) = (shown.Role, shown.Edits, true);
        Permissions = Permissions with { May = [.. shown.May], CanEdit = shown.Edits > TimeSpan.Zero };
        yield return new ViewProtocol.ShowPermissions(Permissions);
        if (isForGuests || shown.Role == _announced) yield break;
        _announced = shown.Role;
        yield return new ViewProtocol.ShowRemark(RoomWindowTexts.YourRole(WordFor(shown.Role)));
    }

    /// <summary>
    /// On entering only the topic is shown; later each change. A notice is shown as such.
    /// </summary>
    private IEnumerable<object> HandleSettings(RoomSettings settings)
    {
        var before = _settings;
        _settings = settings;
        if (settings.Topic != (before?.Topic ?? "")) yield return ShownTopic;
        if (before is null) yield break;
        foreach (var (name, text) in settings.Texts.Except(before.Texts))
        {
            if (name is not ("topic" or "notice"))
                yield return new ViewProtocol.ShowRemark(RoomWindowTexts.SettingChanged(name, text));
        }
    }

    private IEnumerable<object> HandleRequests(IReadOnlyList<Member> waiting, string room)
    {
        _waiting.IntersectWith(waiting.Select(member => member.Nickname));
        foreach (var (nickname, address) in waiting.Where(member => _waiting.Add(member.Nickname)))
        {
            var text = RoomWindowTexts.Asks(nickname, address.Ip);
            yield return new ViewProtocol.ShowRemark(text);
            yield return new ViewProtocol.Call(room, text);
        }
    }

    private static IEnumerable<object> HandleInvitation(RoomEvent.InvitationGiven given, Place place, Uri? site)
    {
        var command = $"lanchat --connect {place.Address} --room \"{place.Room}\" --code {given.Code}";
        var link = site is null
            ? null
            : new Uri(site, $"#room={Uri.EscapeDataString(given.Room)}&code={Uri.EscapeDataString(given.Code)}");
        string[] lines =
        [
            RoomWindowTexts.Invitation(given.Uses, $"{given.Until:yyyy-MM-dd HH:mm}"),
            .. link is null ? [] : new[] { link.AbsoluteUri },
            command,
        ];
        yield return new ViewProtocol.ShowRemark(string.Join('\n', lines));
        if (link is not null) yield return new ViewProtocol.ShowQrCode(link.AbsoluteUri);
    }
}
