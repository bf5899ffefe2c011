using LanChat.Protocol;

namespace LanChat.Rooms.Tests;

/// <summary>The whole table of who may do what, for every role and setting.</summary>
public sealed class PermissionSpecs
{
    private static readonly RoomSettings Default = new();

    /// <summary>
    /// A column for each: guest, guest with a key, trusted, moderator, owner. <c>+</c> may,
    /// <c>-</c>
    /// may not.
    /// </summary>
    public static TheoryData<RoomAction, string, string, string> Table => new()
    {
        { RoomAction.Enter, "entry", "all", "+++++" },
        { RoomAction.Enter, "entry", "named", "-++++" },
        { RoomAction.Enter, "entry", "ask", "--+++" },
        { RoomAction.Enter, "entry", "trusted", "--+++" },
        { RoomAction.Enter, "entry", "closed", "---++" },
        { RoomAction.Speak, "speak", "all", "+++++" },
        { RoomAction.Speak, "speak", "named", "-++++" },
        { RoomAction.Speak, "speak", "trusted", "--+++" },
        { RoomAction.Speak, "speak", "moderators", "---++" },
        { RoomAction.SendPrivate, "private", "all", "+++++" },
        { RoomAction.SendPrivate, "private", "moderators", "---++" },
        { RoomAction.SendPrivate, "private", "none", "-----" },
        { RoomAction.Describe, "entry", "all", "---++" },
        { RoomAction.Invite, "entry", "all", "+++++" },
        { RoomAction.Invite, "entry", "ask", "---++" },
        { RoomAction.Invite, "entry", "named", "---++" },
        { RoomAction.Admit, "entry", "ask", "---++" },
        { RoomAction.Configure, "entry", "all", "----+" },
        { RoomAction.Appoint, "entry", "all", "----+" },
        { RoomAction.Archive, "entry", "all", "----+" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_table_decides(RoomAction action, string setting, string value, string expected)
    {
        Assert.True(Default.TryWith([KeyValuePair.Create(setting, value)], out var settings));

        var may = Everybody.Select(who => Permissions.May(who, action, settings) ? '+' : '-');

        Assert.Equal(expected, string.Concat(may));
    }

    [Fact]
    public void The_table_has_every_action() =>
        Assert.Equal(Enum.GetValues<RoomAction>(), Table.Select(row => (RoomAction)row[0]).Distinct().Order());

    [Fact]
    public void A_password_lets_in_whoever_is_not_trusted_only_if_they_know_it()
    {
        Assert.True(Default.TryWith(
            [KeyValuePair.Create("password", "secret"), KeyValuePair.Create("entry", "password")], out var settings));

        Assert.Equal(
            "--+++", string.Concat(Everybody.Select(who => Permissions.May(who, RoomAction.Enter, settings) ? '+' : '-')));
    }

    [Theory]
    [InlineData(Role.Moderator, Role.Guest, Role.Trusted, true)]
    [InlineData(Role.Moderator, Role.Trusted, Role.Guest, true)]
    [InlineData(Role.Moderator, Role.Guest, Role.Moderator, false)]
    [InlineData(Role.Moderator, Role.Moderator, Role.Guest, false)]
    [InlineData(Role.Moderator, Role.Owner, Role.Guest, false)]
    [InlineData(Role.Trusted, Role.Guest, Role.Trusted, false)]
    [InlineData(Role.Guest, Role.Guest, Role.Trusted, false)]
    [InlineData(Role.Owner, Role.Guest, Role.Moderator, true)]
    [InlineData(Role.Owner, Role.Moderator, Role.Guest, true)]
    [InlineData(Role.Owner, Role.Guest, Role.Owner, true)]
    [InlineData(Role.Owner, Role.Owner, Role.Guest, true)]
    public void Roles_are_given_below_ones_own(Role own, Role before, Role after, bool may) =>
        Assert.Equal(may, Permissions.MayGive(new Standing(own, IsNamed: true), before, after, Default));

    [Fact]
    public void Clients_are_told_the_wire_names_of_what_they_may()
    {
        Assert.Equal(["speak", "private", "invite"], Permissions.Of(default, Default));
        Assert.Equal(
            ["speak", "private", "describe", "invite", "admit", "configure", "appoint", "archive"],
            Permissions.Of(new Standing(Role.Owner, IsNamed: true), Default));
    }

    private static Standing[] Everybody =>
    [
        default, new(Role.Guest, IsNamed: true), new(Role.Trusted, IsNamed: true),
        new(Role.Moderator, IsNamed: true), new(Role.Owner, IsNamed: true),
    ];
}
