using System.Data.Common;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Postgres;
using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

public abstract class ServerStoreSpecs
{
    private static readonly DateTime Then = new(2023, 8, 10, 8, 2, 43, DateTimeKind.Utc);

    private protected abstract ISqlDatabase OpenDatabase();

    [StoreFact]
    public void A_room_is_read_back_with_everything_that_changed()
    {
        var opened = new RoomRecord(Name("厨房"))
        {
            Opened = Then,
            Opener = "key of ada",
            Roles = new Dictionary<string, Role> { ["key of ada"] = Role.Owner },
        };
        Assert.True(opened.Settings.TryWith(
            [KeyValuePair.Create("topic", "soup"), KeyValuePair.Create("password", "secret")], out var settings));
        RoomChange[] changes =
        [
            new RoomChange.SettingsChanged(settings),
            new RoomChange.RoleGiven("key of bob", Role.Moderator),
            new RoomChange.RoleGiven("key of cid", Role.Trusted),
            new RoomChange.RoleGiven("key of bob", Role.Guest),
            new RoomChange.FirstEntered("key of cid", 7),
            new RoomChange.FirstEntered("key of cid", 5),
            new RoomChange.InvitationsChanged([new Invitation("hash", 3, Then)]),
            new RoomChange.RequestsChanged([new EntryRequest("eve", new PeerAddress("::1", 7), null, Then, true)]),
            new RoomChange.PortAssigned(8011),
            new RoomChange.Spoken(),
        ];

        using (var store = ServerStore.Open(OpenDatabase))
        {
            store.Apply([new ServerChange.RoomOpened(opened)]);
            store.Apply([.. changes.Select(change => new ServerChange.RoomChanged(opened.Name.Key, change))]);
        }

        using var again = ServerStore.Open(OpenDatabase);
        var read = Assert.Single(again.ReadRooms());
        var expected = changes.Aggregate(opened, (record, change) => record.With(change));
        Assert.Equal(expected.Settings, read.Settings);
        Assert.True(read.Settings.Password!.IsMatch("secret"));
        Assert.Equal(expected.Roles, read.Roles);
        Assert.Equal(expected.FirstEntries, read.FirstEntries);
        Assert.Equal(expected.Invitations, read.Invitations);
        Assert.Equal(expected.Requests, read.Requests);
        Assert.Equal(
            (expected.Name, expected.Opened, expected.Opener, expected.Port, true, false, false),
            (read.Name, read.Opened, read.Opener, read.Port, read.HasSpoken, read.IsArchived, read.IsLobby));
    }

    [StoreFact]
    public void Devices_and_read_positions_are_read_back()
    {
        var phone = new LinkedDevice("key of the phone", "ada", 2, "Firefox, Android", Then, Then.Date);
        using (var store = ServerStore.Open(OpenDatabase))
        {
            store.Apply(
            [
                new ServerChange.AccountChanged(new AccountChange.DeviceSet(phone with { Name = "old name" })),
                new ServerChange.AccountChanged(new AccountChange.DeviceSet(phone)),
                new ServerChange.AccountChanged(new AccountChange.DeviceSet(phone with { Key = "key of another" })),
                new ServerChange.AccountChanged(new AccountChange.DeviceRemoved("key of another")),
                new ServerChange.PositionMoved(new ReadPosition("ada", ReadPosition.OfRoom("厨房"), 7)),
                new ServerChange.PositionMoved(new ReadPosition("ada", ReadPosition.OfRoom("厨房"), 9)),
                new ServerChange.SharingChanged("ada", Shares: false),
                new ServerChange.PositionMoved(new ReadPosition("bob", ReadPosition.OfRoom("厨房"), 3)),
                new ServerChange.KeepingChanged("bob", Keeps: false),
            ]);
        }

        using var again = ServerStore.Open(OpenDatabase);
        Assert.Equal([phone], again.ReadDevices());
        var positions = again.ReadPositions();
        Assert.Equal([new ReadPosition("ada", "#厨房", 9)], positions.Of("ada"));
        Assert.False(positions.Shares("ada"));
        Assert.True(positions.Shares("bob"));
        Assert.Equal((true, false), (positions.Keeps("ada"), positions.Keeps("bob")));
        Assert.Empty(positions.Of("bob"));
    }

    [StoreFact]
    public void Private_messages_are_found_by_their_two_accounts_alone()
    {
        using var store = ServerStore.Open(OpenDatabase);
        StoredPrivateMessage[] messages =
        [
            Private(1, 1, "ada", "bob", "soup?"), Private(2, 2, "bob", "ada", "Soup!"),
            Private(3, 1, "bob", "cid", "soup for cid"), Private(4, 3, "ada", "bob", "done"),
        ];
        store.Apply([.. messages.Select(message => new ServerChange.PrivateSent(message))]);
        store.Apply([new ServerChange.PrivateSent(messages[3])]); // once more

        var ada = new PrivateQuery("ada", 0, long.MaxValue, 2);
        Assert.Equal([messages[1], messages[3]], store.ReadPrivate(ada));
        Assert.Equal([messages[0]], store.ReadPrivate(ada with { Before = 2 }));
        Assert.Equal([messages[0], messages[1]], store.ReadPrivate(ada with { IsForward = true }));
        Assert.Equal([messages[1], messages[3]], store.ReadPrivate(ada with { After = 1, IsForward = true }));
        Assert.Equal([messages[0], messages[1]], store.ReadPrivate(ada with { Text = "SOUP" }));
        Assert.Empty(store.ReadPrivate(ada with { With = "cid" }));
        Assert.Equal([messages[2]], store.ReadPrivate(new PrivateQuery("cid", 0, long.MaxValue, 9) { With = "bob" }));
        var state = store.ReadPrivateLog(3);
        Assert.Equal((4, 3), (state.LastSerial, state.Numbers[messages[0].Pair]));
        Assert.Equal(["r2", "r3", "r4"], state.Refs);
        store.Apply([new ServerChange.PrivatePruned(Then.AddSeconds(4))]);
        Assert.Equal([messages[3]], store.ReadPrivate(ada));
    }

    [StoreFact]
    public void Private_messages_of_an_account_that_becomes_part_of_another_are_numbered_with_its_own()
    {
        using var store = ServerStore.Open(OpenDatabase);
        StoredPrivateMessage[] messages =
        [
            Private(1, 4, "ada", "bob", "to bob"), Private(2, 1, "phone", "bob", "to bob, by phone"),
            Private(3, 5, "bob", "ada", "from bob"), Private(4, 1, "phone", "ada", "to herself"),
            Private(5, 1, "cid", "phone", "from cid"), Private(6, 1, "cid", "bob", "not hers"),
        ];
        store.Apply([.. messages.Select(message => new ServerChange.PrivateSent(message))]);
        var log = new PrivateLog(3, store.ReadPrivateLog(3), []);

        var merged = new ServerChange.AccountMerged("phone", "ada", log.Merge("phone", "ada"));
        store.Apply([new ServerChange.PositionMoved(new ReadPosition("phone", "@bob", 2)), merged]);

        var ada = new PrivateQuery("ada", 0, long.MaxValue, 9);
        (string, string, long)[] expected =
        [
            ("ada", "bob", 4), ("ada", "bob", 5), ("bob", "ada", 6), ("ada", "ada", 1), ("cid", "ada", 1),
        ];
        Assert.Equal(expected, store.ReadPrivate(ada).Select(one => (one.Sender, one.Recipient, one.Number)));
        Assert.Equal(
            [4, 5, 6],
            store.ReadPrivate(new PrivateQuery("bob", 0, long.MaxValue, 9) { With = "ada" }).Select(one => one.Number));
        Assert.Equal([messages[5]], store.ReadPrivate(new PrivateQuery("cid", 5, long.MaxValue, 9)));
        Assert.Empty(store.ReadPrivate(ada with { Account = "phone" }));
        Assert.Empty(store.ReadPositions().Of("phone"));
        Assert.Equal(7, log.Append(7, "bob", "ada", "Ada", messages[0].Message).Number);
        Assert.Equal(2, log.Append(8, "ada", "cid", "Cid", messages[0].Message).Number);
        Assert.Equal(6, store.ReadPrivateLog(3).Numbers["ada bob"]);
    }

    [StoreFact]
    public async Task A_long_search_in_private_messages_keeps_nobody_from_writing()
    {
        using var reading = new Barrier(2);
        var opened = 0;
        using var store = ServerStore.Open(
            () => opened++ == 0 ? OpenDatabase() : new SlowDatabase(OpenDatabase(), reading));

        var search = Task.Run(() => store.ReadPrivate(new PrivateQuery("ada", 0, long.MaxValue, 9)));
        reading.SignalAndWait(); // it has begun
        store.Apply([new ServerChange.PrivateSent(Private(1, 1, "ada", "bob", "soup?"))]);
        Assert.False(search.IsCompleted);
        reading.SignalAndWait();

        Assert.Single(await search);
    }

    /// <summary>Begins to read, and goes on when the test says so.</summary>
    private sealed class SlowDatabase(ISqlDatabase inner, Barrier reading) : ISqlDatabase
    {
        public void Write(Action<ISqlTransaction> work) => inner.Write(work);

        public IReadOnlyList<T> Read<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
        {
            reading.SignalAndWait();
            reading.SignalAndWait();
            return inner.Read(sql, read, values);
        }

        public void Dispose() => inner.Dispose();
    }

    private static StoredPrivateMessage Private(long serial, long number, string from, string to, string text) => new(
        serial, number, from, to, $"nick of {to}", new ChatMessage(
            0, MessageKind.Private, $"nick of {from}", new PeerAddress("::1", 7), text,
            Then.AddSeconds(serial).ToLocalTime())
        {
            File = serial == 2 ? new ChatFile(1, "a.png", 12, null) { Type = "image/png", Link = "/files/1" } : null,
            Ref = $"r{serial}",
        });

    [StoreFact]
    public void Archived_rooms_are_kept_and_removed_ones_are_gone()
    {
        using var store = ServerStore.Open(OpenDatabase);
        foreach (var name in new[] { "one", "two" })
            store.Apply([new ServerChange.RoomOpened(new RoomRecord(Name(name)) { Opened = Then })]);

        store.Apply(
        [
            new ServerChange.RoomChanged("ONE", new RoomChange.Archived()), new ServerChange.RoomRemoved("TWO"),
        ]);

        var read = Assert.Single(store.ReadRooms());
        Assert.Equal(("one", true), (read.Name.Text, read.IsArchived));
    }

    [StoreFact]
    public void A_store_of_a_later_version_is_refused()
    {
        ServerStore.Open(OpenDatabase).Dispose();
        using (var database = OpenDatabase()) database.Write(open => open.Run("update version set number = 99"));

        Assert.Throws<HistoryException>(() => ServerStore.Open(OpenDatabase));
    }

    private static RoomName Name(string text)
    {
        Assert.True(RoomName.TryCreate(text, out var name));
        return name;
    }
}

public sealed class SqliteServerStoreSpecs : ServerStoreSpecs, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private protected override ISqlDatabase OpenDatabase() => SqliteDatabase.Open(_folder.File("server.db"));
}

[OnPostgres]
public sealed class PostgresServerStoreSpecs : ServerStoreSpecs, IDisposable
{
    private readonly PostgresRoom? _room = Postgres.Obstacle is null ? new PostgresRoom() : null;

    public void Dispose() => _room?.Dispose();

    private protected override ISqlDatabase OpenDatabase() => PostgresDatabase.Open(_room!.Place);
}
