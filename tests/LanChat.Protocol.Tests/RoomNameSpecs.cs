namespace LanChat.Protocol.Tests;

public sealed class RoomNameSpecs
{
    [Theory]
    [InlineData("Our room")]
    [InlineData("物联网数据平台")]
    [InlineData("\"quoted\" \\ 😀")]
    [InlineData("系统消息")]
    public void A_name_is_kept_as_it_was_given(string text)
    {
        Assert.True(RoomName.TryCreate(text, out var name));
        Assert.Equal(text, name.Text);
        Assert.Equal(text, name.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" room")]
    [InlineData("room\u3000")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u001b[2Jb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2066b")]
    public void Nothing_white_space_at_the_ends_and_controls_are_no_name(string? text)
    {
        Assert.False(RoomName.TryCreate(text, out var name));
        Assert.Equal("", name.Text);
    }

    [Fact]
    public void Half_a_character_is_no_name()
    {
        Assert.False(RoomName.TryCreate("a\uD83D", out _));
        Assert.False(RoomName.TryCreate("\uDE00a", out _));
    }

    [Fact]
    public void A_name_has_at_most_two_hundred_units()
    {
        Assert.True(RoomName.TryCreate(new string('台', 200), out _));
        Assert.True(RoomName.TryCreate(string.Concat(Enumerable.Repeat("😀", 100)), out _));
        Assert.False(RoomName.TryCreate(new string('台', 201), out _));
    }
}
