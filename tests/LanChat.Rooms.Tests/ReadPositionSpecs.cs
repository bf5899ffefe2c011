namespace LanChat.Rooms.Tests;

/// <summary>How far accounts have read.</summary>
public sealed class ReadPositionSpecs
{
    private readonly ReadPositions _positions = new([new ReadPosition("ada", "#ROOM", 5)], ["eve"], []);

    [Fact]
    public void A_position_never_goes_back()
    {
        Assert.True(_positions.TryMove(new ReadPosition("ada", "#ROOM", 7)));
        Assert.False(_positions.TryMove(new ReadPosition("ada", "#ROOM", 7)));
        Assert.False(_positions.TryMove(new ReadPosition("ada", "#ROOM", 6)));

        Assert.Equal([new ReadPosition("ada", "#ROOM", 7)], _positions.Of("ada"));
        Assert.Empty(_positions.Of("bob"));
    }

    [Theory]
    [InlineData("bob", "ada", 3)]
    [InlineData("bob", "eve", 0)] // she tells nobody, and is told nothing
    [InlineData("eve", "ada", 0)]
    public void What_somebody_has_read_is_seen_only_if_both_share_it(string reader, string asking, long seen)
    {
        _positions.TryMove(new ReadPosition(reader, ReadPosition.OfAccount(asking), 3));

        Assert.Equal(seen, _positions.SeenBy(reader, ReadPosition.OfAccount(asking), asking));
    }

    [Fact]
    public void An_account_that_becomes_part_of_another_brings_what_it_has_read()
    {
        foreach (var position in new ReadPosition[]
        {
            new("phone", "#ROOM", 9), new("phone", "#OTHER", 2), new("ada", "#OTHER", 4), new("phone", "@bob", 3),
            new("bob", "@phone", 8), new("bob", "@ada", 5), new("cid", "@phone", 1),
        }) _positions.TryMove(position);

        var moved = _positions.Merge("phone", "ada");

        ReadPosition[] ada = [new("ada", "#ROOM", 9), new("ada", "#OTHER", 4), new("ada", "@bob", 3)];
        Assert.Equal(ada, _positions.Of("ada"));
        Assert.Equal([new ReadPosition("bob", "@ada", 8)], _positions.Of("bob"));
        Assert.Equal([new ReadPosition("cid", "@ada", 1)], _positions.Of("cid"));
        Assert.Empty(_positions.Of("phone"));
        Assert.Equal([ada[0], ada[2], .. _positions.Of("bob"), .. _positions.Of("cid")], moved);
    }

    [Fact]
    public void Who_wants_none_to_be_kept_has_none()
    {
        _positions.SetKeeps("ada", keeps: false);

        Assert.Empty(_positions.Of("ada"));
        Assert.False(_positions.TryMove(new ReadPosition("ada", "#ROOM", 9)));
        _positions.SetKeeps("ada", keeps: true);
        Assert.True(_positions.TryMove(new ReadPosition("ada", "#ROOM", 1)));
    }

    [Fact]
    public void Who_has_read_a_message_is_told_to_those_who_tell_it_themselves()
    {
        foreach (var reader in new[] { "bob", "cid", "eve" }) _positions.TryMove(new ReadPosition(reader, "#ROOM", 7));
        _positions.TryMove(new ReadPosition("cid", "#OTHER", 8));

        Assert.Equal(["bob", "cid"], _positions.Readers("#ROOM", "ada").Select(reader => reader.Account));
        Assert.Empty(_positions.Readers("#ROOM", "eve"));
        Assert.Equal([new ReadPosition("cid", "#OTHER", 8)], _positions.Readers("#OTHER", "ada"));
    }

    [Fact]
    public void Places_are_rooms_or_accounts()
    {
        var room = new ReadPosition("ada", ReadPosition.OfRoom("K"), 1);
        var other = new ReadPosition("ada", ReadPosition.OfAccount("k"), 1);

        Assert.Equal(("K", null), (room.Room, room.Other));
        Assert.Equal((null, "k"), (other.Room, other.Other));
    }
}
