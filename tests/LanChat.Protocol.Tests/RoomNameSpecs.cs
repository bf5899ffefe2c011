namespace LanChat.Protocol.Tests;

public sealed class RoomNameSpecs
{
    [Theory]
    [InlineData("Our room")]
    [InlineData("物联网数据平台")]
    [InlineData("\"quoted\" \\ 😀")]
    [InlineData("系统消息")]
    public void A_valid_name_is_unchanged(string text)
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
    public void Empty_names_outer_white_space_and_control_characters_are_invalid(string? text)
    {
        Assert.False(RoomName.TryCreate(text, out var name));
        Assert.Equal("", name.Text);
    }

    [Fact]
    public void A_lone_surrogate_is_invalid()
    {
        Assert.False(RoomName.TryCreate("a\uD83D", out _));
        Assert.False(RoomName.TryCreate("\uDE00a", out _));
    }

    [Fact]
    public void A_name_has_at_most_200_UTF_16_units()
    {
        Assert.True(RoomName.TryCreate(new string('台', 200), out _));
        Assert.True(RoomName.TryCreate(string.Concat(Enumerable.Repeat("😀", 100)), out _));
        Assert.False(RoomName.TryCreate(new string('台', 201), out _));
    }
}
