using LanChat.Server.Storage;
using LanChat.Server.Storage.Postgres;
using Npgsql;

namespace LanChat.Server.Tests.History;

public sealed class PostgresHistorySpecs : IDisposable
{
    private readonly PostgresRoom? _made = Postgres.Obstacle is null ? new PostgresRoom() : null;

    private PostgresRoom Room => _made!;

    public void Dispose() => _made?.Dispose();

    private void TerminateServerConnection() => Room.Ask<bool>(
        $"select bool_or(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and objid = "
            + $"{(uint)Room.Place.Lock}");

    private static IEnumerable<long> Ids(PostgresHistory history) =>
        history.Restore(100).Newest.Select(message => message.Id);

    [PostgresFact]
    public void A_room_is_locked_by_one_server()
    {
        using (PostgresHistory.Open(Room.Place))
        {
            var refused = Assert.Throws<HistoryException>(() => PostgresHistory.Open(Room.Place));
            Assert.Contains("already running", refused.Message, StringComparison.Ordinal);
        }

        PostgresHistory.Open(Room.Place).Dispose();
    }

    [PostgresFact]
    public void Rooms_do_not_share_messages()
    {
        using var other = new PostgresRoom();
        using var history = PostgresHistory.Open(Room.Place);
        using var others = PostgresHistory.Open(other.Place);

        history.Append(TestMessages.Messages(1, 3));
        others.Append(TestMessages.Messages(7, 8));

        Assert.Equal([1, 2, 3], Ids(history));
        Assert.Equal([7, 8], Ids(others));
    }

    [PostgresFact]
    public void A_lost_connection_is_reported_once_and_reconnected_with_the_lock()
    {
        using var history = PostgresHistory.Open(Room.Place);
        history.Append(TestMessages.Messages(1, 3));
        TerminateServerConnection();

        Assert.Throws<HistoryException>(() => history.Append(TestMessages.Messages(4, 4)));
        history.Append(TestMessages.Messages(4, 5));

        Assert.Equal([1, 2, 3, 4, 5], Ids(history));
        Assert.Throws<HistoryException>(() => PostgresHistory.Open(Room.Place));
    }

    [PostgresFact]
    public void A_server_that_lost_the_lock_to_another_does_not_write()
    {
        using var history = PostgresHistory.Open(Room.Place);
        history.Append(TestMessages.Messages(1, 3));
        TerminateServerConnection();
        using (var other = PostgresHistory.Open(Room.Place))
        {
            Assert.Throws<HistoryException>(() => history.Append(TestMessages.Messages(4, 4)));
            Assert.Throws<HistoryException>(() => history.Append(TestMessages.Messages(4, 4)));
            other.Append(TestMessages.Messages(4, 9));
        }

        Assert.Contains("already running", Assert.Throws<HistoryException>(
            () => history.Append(TestMessages.Messages(4, 5))).Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void A_history_of_a_later_version_is_not_changed()
    {
        PostgresHistory.Open(Room.Place).Dispose();
        Room.Ask<int>(
            $"update {Room.Place.QuotedSchema}.version set number = {PostgresSchema.Newest + 1} returning number");

        var trouble = Assert.Throws<HistoryException>(() => PostgresHistory.Open(Room.Place));

        Assert.Contains($"has version {PostgresSchema.Newest + 1}", trouble.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void A_history_can_be_opened_read_only_while_a_server_has_it()
    {
        Assert.Contains("no history", Assert.Throws<HistoryException>(
            () => PostgresHistory.OpenToRead(Room.Place)).Message, StringComparison.Ordinal);
        using var history = PostgresHistory.Open(Room.Place);
        history.Append(TestMessages.Messages(1, 2500));

        using var reader = PostgresHistory.OpenToRead(Room.Place);

        Assert.Equal(
            Enumerable.Range(1, 2500).Select(id => (long)id),
            reader.ReadAll().SelectMany(part => part).Select(message => message.Id));
        Assert.Throws<HistoryException>(() => reader.Append(TestMessages.Messages(2501, 2501)));
    }

    [PostgresFact]
    public void Searches_use_a_trigram_index_if_it_may_be_created()
    {
        using var history = PostgresHistory.Open(Room.Place);
        using var index = history.OpenIndex();

        Assert.Equal(0, index!.Advance(100));

        using var connection = new NpgsqlConnection(Postgres.ConnectionString);
        connection.Open();
        var canBeMade = connection.Value<bool>(
            "select exists (select from pg_available_extensions where name = 'pg_trgm')");
        Assert.Equal(canBeMade, connection.Value<bool>(
            "select exists (select from pg_indexes where schemaname = $1 and indexname = 'message_text_trigrams')",
            Room.Place.Schema));
    }

    [PostgresFact]
    public void Commits_are_synchronous_even_if_the_database_defaults_to_asynchronous()
    {
        var settings =
            new NpgsqlConnectionStringBuilder(Postgres.ConnectionString) { Options = "-c synchronous_commit=off" };
        using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Open();
        Assert.Equal("off", connection.Value<string>("show synchronous_commit"));

        PostgresHistory.CommitSynchronously(connection);

        Assert.Equal("on", connection.Value<string>("show synchronous_commit"));
    }

    [Fact]
    public void An_unreachable_database_is_named_without_its_password()
    {
        var trouble = Assert.Throws<HistoryException>(() =>
            PostgresHistory.Open(new PostgresLocation("Host=127.0.0.1;Port=1;Username=ann;Password=secret", "room")));

        Assert.Contains("127.0.0.1:1", trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_room_name_has_its_own_schema()
    {
        string[] rooms = ["room", "Room", new('海', 100), new('海', 101), "a\"b", "pg_catalog"];

        var schemas = rooms.Select(room => new PostgresLocation("", room).Schema).ToArray();

        Assert.Equal(rooms.Length, schemas.Distinct().Count());
        Assert.All(schemas, schema => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(schema), 1, 63));
    }
}
