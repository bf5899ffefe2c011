using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

public sealed class SqliteRepairSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _reports = [];

    private string File => _folder.File("history.db");

    public void Dispose() => _folder.Dispose();

    /// <summary>Creates the files of a history whose server was killed.</summary>
    private void LeaveOpen(int messages)
    {
        var original = _folder.File("original.db");
        using var history = SqliteHistory.Open(original);
        for (var id = 1; id <= messages; id++) history.Append(TestMessages.Messages(id, id));
        foreach (var ending in new[] { "", "-wal" }) System.IO.File.Copy(original + ending, File + ending);
    }

    private long[] Repaired()
    {
        using var history = SqliteRepair.Open(File, _reports.Add);
        return [.. history.Restore(int.MaxValue).Newest.Select(message => message.Id)];
    }

    [Fact]
    public void A_file_left_open_is_recovered_and_reported()
    {
        LeaveOpen(50);

        Assert.Equal(Enumerable.Range(1, 50).Select(id => (long)id), Repaired());
        Assert.Contains("was not closed", Assert.Single(_reports), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_truncated_anywhere_leaves_a_consistent_beginning()
    {
        const int messages = 30;
        LeaveOpen(messages);
        var whole = System.IO.File.ReadAllBytes(File + "-wal");
        var random = new Random(1);
        for (var time = 0; time < 50; time++)
        {
            System.IO.File.WriteAllBytes(File + "-wal", whole[..random.Next(whole.Length)]);

            var ids = Repaired();

            Assert.Equal(Enumerable.Range(1, ids.Length).Select(id => (long)id), ids);
            foreach (var file in Directory.GetFiles(_folder.Path, "history.db*")) System.IO.File.Delete(file);
            System.IO.File.Copy(_folder.File("original.db"), File);
        }
    }

    [Fact]
    public void The_readable_part_of_a_damaged_file_is_kept_beside_the_file()
    {
        using (var history = SqliteHistory.Open(File)) history.Append(TestMessages.Messages(1, 5000));
        var bytes = System.IO.File.ReadAllBytes(File);
        Array.Fill<byte>(bytes, 0xAA, bytes.Length / 2, 4096);
        System.IO.File.WriteAllBytes(File, bytes);
        System.IO.File.WriteAllBytes(File + "-wal", [1]); // the log of a database that was not closed

        var ids = Repaired();

        Assert.InRange(ids.Length, 4500, 4999);
        Assert.Equal((1, 5000), (ids[0], ids[^1]));
        Assert.Equal(ids.Order(), ids);
        Assert.Contains($"{ids.Length} messages were read from it", _reports[^1], StringComparison.Ordinal);
        Assert.Contains(Directory.GetFiles(_folder.Path), file => file.Contains(".broken-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(5000)]
    public void A_file_that_is_not_a_database_is_set_aside(int length)
    {
        System.IO.File.WriteAllBytes(File, [.. Enumerable.Repeat((byte)'x', length)]);

        Assert.Empty(Repaired());
        Assert.Contains("0 messages were read from it", _reports[^1], StringComparison.Ordinal);
    }
}
