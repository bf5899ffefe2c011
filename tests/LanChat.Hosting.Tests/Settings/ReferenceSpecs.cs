namespace LanChat.Settings.Tests;

public sealed class ReferenceSpecs
{
    private static readonly string[] Lines = ReadLines();

    private static string[] ReadLines()
    {
        using var reader = new StreamReader(
            typeof(LayeredSettings).Assembly.GetManifestResourceStream("reference.conf")!);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.Trim())];
    }

    [Fact]
    public void The_reference_is_complete_by_itself()
    {
        var settings = new LayeredSettings([]);

        Assert.Equal(LayeredSettings.Reference.Keys(), LayeredSettings.Reference.Keys().Distinct());
        Assert.All(LayeredSettings.Reference.Keys(), key => Assert.NotNull(settings.Config.GetValue(key)));
    }

    /// <summary>Values that other programs and documents rely on.</summary>
    [Theory]
    [InlineData("lanchat.server.room.name", "")]
    [InlineData("lanchat.server.room.notice", "")]
    [InlineData("lanchat.server.room.history-size", "50")]
    [InlineData("lanchat.server.listen.address", "0.0.0.0")]
    [InlineData("lanchat.server.listen.json", "8001")]
    [InlineData("lanchat.server.limits.line", "64KiB")]
    [InlineData("lanchat.server.limits.nickname", "100")]
    [InlineData("lanchat.server.limits.greeting", "30s")]
    [InlineData("lanchat.server.limits.waiting", "4MiB")]
    [InlineData("lanchat.server.limits.members", "10000")]
    [InlineData("lanchat.server.limits.connections-per-address", "64")]
    [InlineData("lanchat.discovery.port", "8000")]
    [InlineData("lanchat.discovery.interval", "2s")]
    public void The_reference_has_these_values(string key, string value) =>
        Assert.Equal(value, new LayeredSettings([]).Text(key));

    [Fact]
    public void Every_key_has_a_value_and_a_comment_above_it_or_its_section()
    {
        var (explained, keys) = (false, 0);
        foreach (var line in Lines)
        {
            if (line.Contains('=') && !line.StartsWith('#'))
            {
                keys++;
                Assert.True(explained, $"nothing explains: {line}");
                Assert.Matches("^[a-z.-]+ = \\S", line);
            }

            explained = line.StartsWith('#') || (explained && line is not ("" or "}"));
        }

        Assert.Equal(LayeredSettings.Reference.Keys().Count(), keys);
    }
}
