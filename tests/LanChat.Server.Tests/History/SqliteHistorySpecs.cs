using LanChat.Server.History;

namespace LanChat.Server.Tests.History;

public sealed class SqliteHistorySpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_can_t_be_opened_is_told_with_its_name()
    {
        var trouble = Assert.Throws<HistoryException>(() => SqliteHistory.Open(_folder.Path));

        Assert.Contains(_folder.Path, trouble.Message, StringComparison.Ordinal);
    }
}
