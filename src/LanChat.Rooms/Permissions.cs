using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Who somebody is in a room.</summary>
/// <param name="Role">The role; an owner of the server is an owner in every room.</param>
/// <param name="IsNamed">Whether they proved a device key.</param>
public readonly record struct Standing(Role Role, bool IsNamed);

/// <summary>Something that not everybody may do in every room.</summary>
public enum RoomAction
{
    /// <summary>Enter without a password, an invitation or being admitted.</summary>
    Enter,

    /// <summary>Send messages, actions and files to everyone.</summary>
    Speak,

    /// <summary>Send private messages to anybody.</summary>
    SendPrivate,

    /// <summary>Set topic and notice.</summary>
    Describe,

    /// <summary>Make invitations.</summary>
    Invite,

    /// <summary>Admit and reject those who asked to enter; make guests trusted, and back.</summary>
    Admit,

    /// <summary>Change the settings of the room.</summary>
    Configure,

    /// <summary>Make moderators and owners of the room, and take these roles away.</summary>
    Appoint,

    /// <summary>Archive the room.</summary>
    Archive,
}

/// <summary>The one place that decides who may do what.</summary>
public static class Permissions
{
    private static readonly TimeSpan GuestEditTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Always = RoomSettings.MaxKeepAge;

    /// <summary>Whether somebody may do something in a room with these settings.</summary>
    public static bool May(Standing who, RoomAction action, RoomSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return who.Role >= RoleFor(action, settings) || (who.IsNamed && IsForNamed(action, settings));
    }

    /// <summary>
    /// Whether somebody may give a member a role: only those below one's own, to members below it.
    /// Owners may make owners.
    /// </summary>
    /// <param name="who">Who gives the role.</param>
    /// <param name="before">The member's role.</param>
    /// <param name="after">The member's new role.</param>
    /// <param name="settings">The settings of the room.</param>
    public static bool MayGive(Standing who, Role before, Role after, RoomSettings settings)
    {
        var action = before >= Role.Moderator || after >= Role.Moderator ? RoomAction.Appoint : RoomAction.Admit;
        return May(who, action, settings) && (who.Role == Role.Owner || (before < who.Role && after < who.Role));
    }

    /// <summary>
    /// How long somebody may change what they have said: two minutes at most without a key, at any
    /// time for moderators.
    /// </summary>
    public static TimeSpan EditTime(Standing who, RoomSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Edit == TimeSpan.Zero ? TimeSpan.Zero
            : who.Role >= Role.Moderator ? Always
            : who.IsNamed || settings.Edit < GuestEditTime ? settings.Edit
            : GuestEditTime;
    }

    /// <summary>
    /// The actions that somebody may do, by their wire names; not entering, which they have done.
    /// </summary>
    public static IEnumerable<string> Of(Standing who, RoomSettings settings) => Enum.GetValues<RoomAction>()
        .Where(action => action != RoomAction.Enter && May(who, action, settings))
        .Select(NameOf);

    private static string NameOf(RoomAction action) =>
        action == RoomAction.SendPrivate ? "private" : RoomSettings.NameOf(action);

    /// <summary>The lowest role that may do something.</summary>
    private static Role RoleFor(RoomAction action, RoomSettings settings) => action switch
    {
        RoomAction.Enter => settings.Entry switch
        {
            EntryPolicy.All => Role.Guest,
            EntryPolicy.Closed => Role.Moderator,
            _ => Role.Trusted,
        },
        RoomAction.Speak => settings.Speak switch
        {
            SpeakPolicy.All => Role.Guest,
            SpeakPolicy.Moderators => Role.Moderator,
            _ => Role.Trusted,
        },
        RoomAction.SendPrivate => settings.Private switch
        {
            PrivatePolicy.All => Role.Guest,
            PrivatePolicy.Moderators => Role.Moderator,
            _ => Role.Owner + 1,
        },
        // A room that everybody may enter needs no secret to be entered.
        RoomAction.Invite => settings.Entry == EntryPolicy.All ? Role.Guest : Role.Moderator,
        RoomAction.Describe or RoomAction.Admit => Role.Moderator,
        _ => Role.Owner,
    };

    private static bool IsForNamed(RoomAction action, RoomSettings settings) => action switch
    {
        RoomAction.Enter => settings.Entry == EntryPolicy.Named,
        RoomAction.Speak => settings.Speak == SpeakPolicy.Named,
        _ => false,
    };
}
