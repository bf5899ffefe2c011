namespace LanChat.Protocol.Tests;

public sealed class LogIdSpecs
{
    [Fact]
    public void Log_ids_are_unique()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => LogId.New()).ToHashSet();

        Assert.Equal(100, ids.Count);
        Assert.All(ids, id => Assert.True(LogId.Is(id), id));
    }

    [Theory]
    [InlineData("00000000000000ff", true)]
    [InlineData("00000000000000fg", false)]
    [InlineData("00000000000000FF", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_log_id_has_sixteen_digits(string? text, bool isOne) => Assert.Equal(isOne, LogId.Is(text));
}
