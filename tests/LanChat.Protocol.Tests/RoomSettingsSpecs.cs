namespace LanChat.Protocol.Tests;

public sealed class RoomSettingsSpecs
{
    public static TheoryData<string, string, string> Values => new()
    {
        { "listed", "no", "no" },
        { "entry", "ask", "ask" },
        { "speak", "trusted", "trusted" },
        { "private", "moderators", "moderators" },
        { "history", "since", "since" },
        { "port", "on", "on" },
        { "slow", "90s", "90s" },
        { "slow", "60s", "1m" },
        { "slow", "1h", "1h" },
        { "slow", "0", "0s" },
        { "keep-age", "24h", "1d" },
        { "keep-age", "0", "0s" },
        { "keep-size", "1024MiB", "1GiB" },
        { "keep-size", "1500KiB", "1500KiB" },
        { "keep-size", "0", "0" },
        { "topic", "什么 😀", "什么 😀" },
        { "notice", "two\r\nlines", "two\r\nlines" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_read_and_written(string name, string text, string written)
    {
        var changed = With(name, text);

        Assert.NotNull(changed);
        Assert.Equal(written, changed.Texts.Single(setting => setting.Key == name).Value);
        Assert.True(new RoomSettings().TryWith(changed.Texts, out var again));
        Assert.Equal(changed, again);
    }

    [Theory]
    [InlineData("listed", "Yes")]
    [InlineData("listed", "")]
    [InlineData("entry", "everybody")]
    [InlineData("entry", "0")]
    [InlineData("entry", "password")]
    [InlineData("slow", "61m")]
    [InlineData("slow", "s")]
    [InlineData("slow", "-1s")]
    [InlineData("slow", "1")]
    [InlineData("slow", "99999999999999999999d")]
    [InlineData("keep-size", "1")]
    [InlineData("keep-size", "99999999999GiB")]
    [InlineData("topic", "two\nlines")]
    [InlineData("topic", "\u202Ereversed")]
    [InlineData("topic", " space")]
    [InlineData("notice", "a\0b")]
    [InlineData("colour", "red")]
    public void A_wrong_value_is_refused(string name, string text) => Assert.Null(With(name, text));

    [Fact]
    public void A_topic_has_200_code_points_at_most()
    {
        Assert.NotNull(With("topic", string.Concat(Enumerable.Repeat("😀", 200))));
        Assert.Null(With("topic", new string('x', 201)));
    }

    [Fact]
    public void All_changes_are_made_or_none() => Assert.False(new RoomSettings().TryWith(
        [KeyValuePair.Create("topic", "x"), KeyValuePair.Create("entry", "nobody")], out _));

    [Fact]
    public void A_password_is_no_text_of_the_settings_and_is_proven_only()
    {
        Assert.True(new RoomSettings().TryWith(
            [KeyValuePair.Create("password", "geheim"), KeyValuePair.Create("entry", "password")], out var settings));

        Assert.DoesNotContain("geheim", $"{settings} {string.Join(' ', settings.Texts)}", StringComparison.Ordinal);
        Assert.True(settings.Password!.IsMatch("geheim"));
        Assert.False(settings.Password.IsMatch("Geheim"));
        Assert.False(settings.Password.IsMatch(null));
        Assert.True(RoomPassword.TryRead(settings.Password.Text, out var again));
        Assert.True(again.IsMatch("geheim"));
        Assert.NotEqual(RoomPassword.Of("geheim"), RoomPassword.Of("geheim")); // salted
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("geheim")]
    [InlineData("00000000000000000000000000000000:XY00000000000000000000000000000000000000000000000000000000000000")]
    public void A_damaged_hash_is_no_password(string? text) => Assert.False(RoomPassword.TryRead(text, out _));

    private static RoomSettings? With(string name, string text) =>
        new RoomSettings().TryWith([KeyValuePair.Create(name, text)], out var changed) ? changed : null;
}
