using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

public sealed class SqliteHistorySpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_unreadable_file_is_named()
    {
        var trouble = Assert.Throws<HistoryException>(() => SqliteHistory.Open(_folder.Path));

        Assert.Contains(_folder.Path, trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pruning_returns_space_to_the_file_system()
    {
        var file = _folder.File("history.db");
        using (var history = SqliteHistory.Open(file))
            history.Append(
                [.. Enumerable.Range(1, 3000).Select(id => TestMessages.Message(id, new string('x', 1000)))]);
        Assert.InRange(new FileInfo(file).Length, 3_000_000, 5_000_000);

        using (var history = SqliteHistory.Open(file))
        {
            while (history.Prune(new RetentionPolicy(null, 1_000_000, 1), 100) > 0) ;
        }

        Assert.InRange(new FileInfo(file).Length, 500_000, 1_000_000);
    }
}
