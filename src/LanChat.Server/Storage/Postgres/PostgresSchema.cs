using System.Globalization;
using LanChat.Texts;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// The tables of one room and their migrations. Each step is one transaction; the table
/// <c>version</c> holds the version. Released steps are never changed.
/// </summary>
internal static class PostgresSchema
{
    private static readonly string[] Steps =
    [
        // As in SqliteSchema: kinds are those of MessageKind, times milliseconds since 1970, UTC.
        """
        create table version (number integer not null);
        insert into version values (0);
        create table message (
            id bigint primary key,
            kind integer not null,
            nick text not null,
            ip text not null,
            port integer not null,
            time bigint not null,
            text text not null,
            about_nick text, about_ip text, about_port integer,
            file_id bigint, file_name text, file_size bigint, file_type text, file_link text,
            ref text
        );
        create unique index message_ref on message (ref) where ref is not null;
        create table name (
            name text primary key,
            shown text not null,
            key text not null,
            ip text not null,
            first bigint not null,
            last bigint not null
        );
        create table word (
            number bigint primary key,
            addressee text not null,
            nick text not null,
            ip text not null,
            port integer not null,
            time bigint not null,
            text text not null,
            ref text
        );
        """,

        // The log id.
        """
        create table log (id text not null);
        insert into log values (left(md5(random()::text || clock_timestamp()::text || pg_backend_pid()::text), 16));
        """,

        // Fields of system messages instead of sentences; Rewrite fills them.
        """
        alter table message add column was text;
        alter table message add column event text;
        alter table message add column lost bigint;
        alter table message add column file_site text;
        """,

        // As in SqliteSchema: changes of messages.
        $"""
        alter table message add column target bigint;
        alter table message add column edited bigint;
        alter table message add column gone integer;
        alter table message add column account text;
        alter table message add column re bigint;
        create index message_change on message (target, id) where {MessageRow.IsChange};
        create index message_recalled_file on message (id) where {MessageRow.HasRecalledFile};
        """,
    ];

    private const int LastWithSentences = 2;
    private const int PartSize = 1000;

    public static int Newest => Steps.Length;

    /// <exception cref="HistoryException">The schema has a later version.</exception>
    public static void Migrate(NpgsqlConnection connection, PostgresLocation location)
    {
        for (var version = KnownVersionOf(connection, location); version < Newest; version++)
        {
            using var transaction = connection.BeginTransaction();
            if (version == 0) connection.Run($"create schema if not exists {location.QuotedSchema}");
            connection.Run(string.Create(
                CultureInfo.InvariantCulture, $"{Steps[version]} update version set number = {version + 1};"));
            if (version == LastWithSentences) Rewrite(connection);
            transaction.Commit();
        }
    }

    /// <summary>Parses stored sentences into fields, within the migration's transaction.</summary>
    private static void Rewrite(NpgsqlConnection connection)
    {
        const string select =
            $"select {PostgresHistory.ColumnsBeforeChanges}, {MessageRow.NoChange} from message "
            + $"where {MessageRow.MayBeSentence} and id > $1 order by id limit $2";
        const string update =
            "update message set text = $1, about_nick = $2, about_ip = $3, about_port = $4, was = $5, event = $6, "
                + "lost = $7, file_site = $8 where id = $9";
        for (var last = long.MinValue; connection.Read(
            select, MessageRow.OldMessage, last, PartSize) is [.., var newest] part; last = newest.Id)
        {
            using var batch = new NpgsqlBatch(connection);
            foreach (var message in part)
            {
                if (message is { System: null, File: null }) continue;
                var system = message.System?.Fields ?? default;
                var command = new NpgsqlBatchCommand(update);
                command.Parameters.AddValues(
                [
                    message.Text, system.About?.Nickname, system.About?.Address.Ip, system.About?.Address.Port,
                    system.Was, system.Event, system.Lost, message.File?.Site, message.Id,
                ]);
                batch.BatchCommands.Add(command);
            }

            if (batch.BatchCommands.Count > 0) batch.ExecuteNonQuery();
        }
    }

    /// <exception cref="HistoryException">
    /// The schema does not exist, or has another version.
    /// </exception>
    public static void Check(NpgsqlConnection connection, PostgresLocation location)
    {
        var version = KnownVersionOf(connection, location);
        if (version == 0) throw new HistoryException(ServerTexts.NoSchema($"{location}"));
        if (version < Newest) throw new HistoryException(ServerTexts.HistoryTooOld($"{location}"));
    }

    private static int KnownVersionOf(NpgsqlConnection connection, PostgresLocation location)
    {
        const string exists = "select exists (select from pg_tables where schemaname = $1 and tablename = 'version')";
        if (!connection.Value<bool>(exists, location.Schema)) return 0;
        var version = connection.Value<int>("select number from version");
        return version <= Newest ? version : throw new HistoryException(
            ServerTexts.HistoryTooNew($"{location}", version, Newest));
    }
}
