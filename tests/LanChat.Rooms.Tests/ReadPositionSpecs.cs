namespace LanChat.Rooms.Tests;

/// <summary>How far accounts have read.</summary>
public sealed class ReadPositionSpecs
{
    private readonly ReadPositions _positions = new([new ReadPosition("ada", "#ROOM", 5)], ["eve"]);

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
    public void Places_are_rooms_or_accounts()
    {
        var room = new ReadPosition("ada", ReadPosition.OfRoom("K"), 1);
        var other = new ReadPosition("ada", ReadPosition.OfAccount("k"), 1);

        Assert.Equal(("K", null), (room.Room, room.Other));
        Assert.Equal((null, "k"), (other.Room, other.Other));
    }
}
