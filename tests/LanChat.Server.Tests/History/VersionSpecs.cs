using LanChat.Protocol;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

/// <summary>
/// A file of every earlier schema with each kind of message, <c>schemaN-kinds.db</c>. These files
/// are never changed.
/// </summary>
public sealed class VersionSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("history.db");

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, Math.Max(SqliteSchema.Newest - 1, 1))];

    public void Dispose() => _folder.Dispose();

    /// <summary>A message of each kind in version 1, with each optional field.</summary>
    private static ChatMessage[] Written()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);
        var messages = Enumerable.Range(0, (int)MessageKind.Room + 1).Select(index =>
            new ChatMessage(
                index + 1,
                (MessageKind)index,
                "Ann",
                TestMessages.Home,
                "我家在上海东边 😀 \n\t'\";--",
                time.AddHours(index).ToLocalTime())).ToList();
        // Without the member it is about, which version 1 did not store for this kind.
        messages.Add(messages[0] with { Id = 100 });
        messages.Add(messages[0] with { Id = 101, File = new ChatFile(7, "a b.txt", 1L << 40, null) });
        return [.. messages];
    }

    private void CopyFile(int version) =>
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(
            Fixtures.PathOf($"history/schema{version}-kinds.db", version < 3 ? "v1" : "v2")));

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_file_of_each_version_is_migrated_completely(int version)
    {
        CopyFile(version);

        using (var history = SqliteHistory.Open(File))
        {
            Assert.Equal(Written(), history.Restore(1000).Newest);
            Assert.Equal(1, history.Append(TestMessages.Messages(101, 102)));
        }

        using var connection = Sqlite.Open(File);
        using var asked = connection.CreateCommand();
        asked.CommandText = "pragma user_version";
        Assert.Equal((long)SqliteSchema.Newest, asked.ExecuteScalar());
        using var again = SqliteHistory.Open(File);
        Assert.Equal(102, again.Restore(0).LastId);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_copy_of_the_earlier_version_is_kept(int version)
    {
        CopyFile(version);
        var copy = SqliteSchema.CopyOf(File, version);
        System.IO.File.WriteAllText(copy + ".unfinished", "left by a server that ended meanwhile");

        using (SqliteHistory.Open(File))
        {
        }

        using (var connection = Sqlite.Open(copy))
        using (var asked = connection.CreateCommand())
        {
            asked.CommandText =
                "select (select user_version from pragma_user_version) || '/' || (select count(*) from message)";
            Assert.Equal($"{version}/{Written().Length}", asked.ExecuteScalar());
        }

        Assert.False(System.IO.File.Exists(copy + ".unfinished"));
        using var again = SqliteHistory.Open(copy);
        Assert.Equal(Written(), again.Restore(1000).Newest);
    }

    [Fact]
    public void A_new_file_has_no_copy()
    {
        SqliteHistory.Open(File).Dispose();
        SqliteHistory.Open(File).Dispose();

        Assert.DoesNotContain(
            Directory.GetFiles(_folder.Path), file => file.Contains(".version-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_a_later_version_is_not_changed()
    {
        CopyFile(1);
        using (var connection = Sqlite.Open(File))
            SqliteStatements.Run(connection, $"pragma user_version = {SqliteSchema.Newest + 1}");
        var before = System.IO.File.ReadAllBytes(File);

        var trouble = Assert.Throws<HistoryException>(() => SqliteHistory.Open(File));

        Assert.Contains($"has version {SqliteSchema.Newest + 1}", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }
}
