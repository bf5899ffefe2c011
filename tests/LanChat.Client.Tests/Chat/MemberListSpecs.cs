using LanChat.Client.Chat;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class MemberListSpecs
{
    private static readonly Member Ann = new("Ann", new PeerAddress("10.0.0.1", 1));
    private static readonly Member Bob = new("Bob", new PeerAddress("10.0.0.1", 2));
    private static readonly Member Cid = new("Cid", new PeerAddress("10.0.0.1", 3));
    private readonly MemberList _list = new();

    public MemberListSpecs() => _list.Replace([Ann, Bob]);

    private string Names => string.Join(' ', _list.First(10));

    [Fact]
    public void A_new_list_replaces_the_old_one()
    {
        _list.Replace([Cid]);

        Assert.Equal("Cid", Names);
    }

    [Fact]
    public void Joined_members_are_added_and_left_members_removed()
    {
        _list.Change(joined: [Cid], left: [Ann]);

        Assert.Equal("Bob Cid", Names);
        Assert.Equal(2, _list.Count);
    }

    [Fact]
    public void A_known_member_who_joins_and_an_unknown_one_who_leaves_change_nothing()
    {
        _list.Change(joined: [Bob], left: [Cid]);

        Assert.Equal("Ann Bob", Names);
    }

    [Fact]
    public void A_member_who_left_and_rejoined_is_in_the_list()
    {
        _list.Change(joined: [Ann], left: [Ann]);

        Assert.Equal("Bob Ann", Names);
    }

    [Fact]
    public void A_renamed_member_is_listed_under_the_new_nickname()
    {
        _list.Change(joined: [Ann with { Nickname = "Anna" }], left: [Ann]);

        Assert.Equal("Bob Anna", Names);
        Assert.Equal(2, _list.Count);
    }

    [Fact]
    public void First_returns_at_most_that_many_nicknames() => Assert.Equal(["Ann"], _list.First(1));
}
