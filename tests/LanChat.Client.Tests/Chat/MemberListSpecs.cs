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
    public void A_list_replaces_the_one_before()
    {
        _list.Replace([Cid]);

        Assert.Equal("Cid", Names);
    }

    [Fact]
    public void Some_come_and_some_leave()
    {
        _list.Change(joined: [Cid], left: [Ann]);

        Assert.Equal("Bob Cid", Names);
        Assert.Equal(2, _list.Count);
    }

    [Fact]
    public void Who_joined_may_be_known_and_who_left_may_not()
    {
        _list.Change(joined: [Bob], left: [Cid]);

        Assert.Equal("Ann Bob", Names);
    }

    [Fact]
    public void Who_left_and_came_back_is_here()
    {
        _list.Change(joined: [Ann], left: [Ann]);

        Assert.Equal("Bob Ann", Names);
    }

    [Fact]
    public void Who_has_another_name_is_here_by_that()
    {
        _list.Change(joined: [Ann with { Nickname = "Anna" }], left: [Ann]);

        Assert.Equal("Bob Anna", Names);
        Assert.Equal(2, _list.Count);
    }

    [Fact]
    public void Only_the_first_so_many_are_named() => Assert.Equal(["Ann"], _list.First(1));
}
