using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Postgres;
using LanChat.Server.Storage.Sqlite;
using Npgsql;

namespace LanChat.Server.Tests.History;

/// <summary>The migration turns stored sentences into fields.</summary>
public sealed class SentenceMigrationSpecs : IDisposable
{
    private const int FirstId = 1001;
    private const int PartOfAMigration = 1000;

    private static readonly Member Odd = new("b】改名为【c", new PeerAddress("fe80::1", 65_535));
    private static readonly string[] Added =
        ["was", "event", "lost", "file_site", "target", "edited", "gone", "account", "re"];

    private static readonly string[] Indexes = ["message_change", "message_recalled_file"];

    private readonly TemporaryFolder _folder = new();
    private readonly PostgresRoom? _room = Postgres.Obstacle is null ? new PostgresRoom() : null;

    public void Dispose()
    {
        _folder.Dispose();
        _room?.Dispose();
    }

    /// <summary>More messages than one part of the migration.</summary>
    private static ChatMessage[] Migrated()
    {
        SystemMessage[] said =
        [
            new SystemMessage.Joined(Odd), new SystemMessage.Left(Odd), new SystemMessage.Renamed(Odd, "a】改名为【b"),
            new SystemMessage.StoreUnavailable(), new SystemMessage.StoreRecovered(0),
            new SystemMessage.StoreRecovered(7),
        ];
        var file = new ChatFile(3, "a, 1 bytes.txt", 12, null) { Link = "/files/x", Site = "http://10.0.0.1:8080" };
        var last = FirstId + said.Length;
        return
        [
            .. said.Select((what, at) => TestMessages.OfRoom(FirstId + at, what)),
            TestMessages.Message(last, file.Name, MessageKind.File) with { File = file },
            TestMessages.Message(last + 1, "【ann】改名为【bob】"),
            TestMessages.Message(last + 2, "in other words", MessageKind.Renamed),
            .. Enumerable.Range(last + 3, PartOfAMigration)
                .Select(id => TestMessages.OfRoom(id, new SystemMessage.Left(Odd))),
        ];
    }

    /// <summary>The rows of an earlier version: its fields and the sentence.</summary>
    private static ChatMessage[] Sentences() =>
        [.. Migrated().Select(message => message with
        {
            Text = RoomSentences.TextOf(message), File = message.File is { } file ? file with { Site = null } : null,
        })];

    [Fact]
    public void Stored_sentences_are_migrated_in_SQLite()
    {
        var file = _folder.File("history.db");
        using (var history = SqliteHistory.Open(file)) history.Append(Sentences());
        using (var connection = Sqlite.Open(file))
        {
            SqliteStatements.Run(connection, "update message set was = null, event = null, lost = null");
            foreach (var index in Indexes) SqliteStatements.Run(connection, $"drop index {index}");
            foreach (var column in Added) SqliteStatements.Run(connection, $"alter table message drop column {column}");
            SqliteStatements.Run(connection, "pragma user_version = 3");
        }

        using var migrated = SqliteHistory.Open(file);

        Assert.Equal(Migrated(), migrated.Restore(10_000).Newest);
        using var copy = Sqlite.Open(SqliteSchema.CopyOf(file, 3));
        using var asked = copy.CreateCommand();
        asked.CommandText = "select text from message where id = 1003";
        Assert.Equal("【a】改名为【b】改名为【b】改名为【c】", asked.ExecuteScalar());
    }

    [Fact]
    public void A_migration_that_fails_changes_nothing()
    {
        var file = _folder.File("history.db");
        Fixtures.Copy("history/schema2.db", file);
        using (var connection = Sqlite.Open(file))
            SqliteStatements.Run(connection, "create trigger no before update on message when new.id = 14 begin select "
                + "raise(abort, 'not now'); end");

        Assert.Throws<HistoryException>(() => SqliteHistory.Open(file));

        using (var connection = Sqlite.Open(file))
        {
            using var asked = connection.CreateCommand();
            asked.CommandText =
                "select (select user_version from pragma_user_version) || (select text from message where id = 1)";
            Assert.Equal("3欢迎来自 ('127.0.0.1', 41011) 的【ada】加入聊天室!", asked.ExecuteScalar());
            SqliteStatements.Run(connection, "drop trigger no");
        }

        using var history = SqliteHistory.Open(file);
        Assert.Equal(
            "Ada L.", Assert.IsType<SystemMessage.Renamed>(history.Restore(1000).Newest[13].System).Member.Nickname);
    }

    [PostgresFact]
    public void Stored_sentences_are_migrated_in_PostgreSQL()
    {
        using (var history = PostgresHistory.Open(_room!.Place)) history.Append(Sentences());
        using (var connection = new NpgsqlConnection(Postgres.ConnectionString))
        {
            connection.Open();
            connection.Run($"set search_path to {_room.Place.QuotedSchema}");
            foreach (var index in Indexes) connection.Run($"drop index {index}");
            foreach (var column in Added) connection.Run($"alter table message drop column {column}");
            connection.Run("update version set number = 2");
        }

        using var migrated = PostgresHistory.Open(_room.Place);

        Assert.Equal(Migrated(), migrated.Restore(10_000).Newest);
    }
}
