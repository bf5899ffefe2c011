using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;

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

    [Fact]
    public void The_disk_gets_back_what_forgotten_messages_took()
    {
        var file = _folder.File("history.db");
        using (var history = SqliteHistory.Open(file))
            history.Append([.. Enumerable.Range(1, 3000).Select(id => Said.Message(id, new string('x', 1000)))]);
        Assert.InRange(new FileInfo(file).Length, 3_000_000, 5_000_000);

        using (var history = SqliteHistory.Open(file))
        {
            while (history.Forget(new Bounds(null, 1_000_000, 1), 100) > 0) ;
        }

        Assert.InRange(new FileInfo(file).Length, 500_000, 1_000_000);
    }
}
