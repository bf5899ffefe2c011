using System.Globalization;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// The tables, and how a file of an earlier version becomes one of today: each step is one
/// transaction, and the version stands in the file. Steps that were released are never changed.
/// </summary>
internal static class SqliteSchema
{
    private static readonly string[] Steps =
    [
        // Kinds are those of MessageKind: 0 said, 1 acted, 2 private, 3 file, 4 joined, 5 left, 6
        // renamed, 7 room.
        """
        create table message (
            id integer primary key,
            kind integer not null,
            nick text not null,
            ip text not null,
            port integer not null,
            time integer not null,
            text text not null,
            about_nick text, about_ip text, about_port integer,
            file_id integer, file_name text, file_size integer
        );
        """,

        // Where a file is fetched from; and of what belongs to the talk, but is not said: what a
        // speaker calls a message, whose a name is, and what waits for whom.
        """
        alter table message add column file_type text;
        alter table message add column file_link text;
        alter table message add column ref text;
        create unique index message_ref on message (ref) where ref is not null;
        create table name (
            name text primary key,
            shown text not null,
            key text not null,
            ip text not null,
            first integer not null,
            last integer not null
        );
        create table word (
            number integer primary key,
            addressee text not null,
            nick text not null,
            ip text not null,
            port integer not null,
            time integer not null,
            text text not null,
            ref text
        );
        """,

        // Which history the numbers belong to.
        """
        create table log (id text not null);
        insert into log values (lower(hex(randomblob(8))));
        """,

        // What the room said, as fields instead of a sentence: Rewrite fills them.
        """
        alter table message add column was text;
        alter table message add column event text;
        alter table message add column lost integer;
        alter table message add column file_site text;
        """,
    ];

    private const int LastWithSentences = 3;
    private const int PartSize = 1000;

    public static int Newest => Steps.Length;

    /// <param name="connection">The file.</param>
    /// <param name="keepsCopy">
    /// Whether a file of an earlier version is kept beside it as it was.
    /// </param>
    /// <exception cref="HistoryException">The file is of a later version.</exception>
    public static void Migrate(SqliteConnection connection, bool keepsCopy)
    {
        var found = KnownVersionOf(connection);
        if (keepsCopy && found > 0 && found < Newest) KeepCopy(connection, found);
        Migrate(connection, found, Newest);
    }

    /// <summary>As far as no row has to be read, which a damaged file may not allow.</summary>
    /// <exception cref="HistoryException">The file is of a later version.</exception>
    public static void MigrateTables(SqliteConnection connection) =>
        Migrate(connection, KnownVersionOf(connection), LastWithSentences);

    /// <summary>Whether what the room said stands in sentences there, and nowhere else.</summary>
    public static bool HoldsSentences(SqliteConnection connection) => KnownVersionOf(connection) <= LastWithSentences;

    private static void Migrate(SqliteConnection connection, long found, int last)
    {
        for (var version = found; version < last; version++)
        {
            using var transaction = connection.BeginTransaction();
            using var step = connection.CreateCommand();
            step.Transaction = transaction;
            step.CommandText = string.Create(
                CultureInfo.InvariantCulture, $"{Steps[version]} pragma user_version = {version + 1};");
            step.ExecuteNonQuery();
            if (version == LastWithSentences) Rewrite(connection);
            transaction.Commit();
        }
    }

    /// <summary>Makes fields of the sentences, in the transaction that is under way.</summary>
    private static void Rewrite(SqliteConnection connection)
    {
        const string select =
            $"select {SqliteHistory.Columns} from message "
            + $"where {MessageRow.MayBeSentence} and id > $0 order by id limit $1";
        using var update = connection.CreateCommand();
        update.CommandText =
            "update message set text = $0, about_nick = $1, about_ip = $2, about_port = $3, was = $4, event = $5, "
                + "lost = $6, file_site = $7 where id = $8";
        for (var at = 0; at <= 8; at++) update.Parameters.Add(new SqliteParameter { ParameterName = $"${at}" });
        for (var last = long.MinValue; connection.Read(
            select, MessageRow.OldMessage, last, PartSize) is [.., var newest] part; last = newest.Id)
        {
            foreach (var message in part)
            {
                if (message is { System: null, File: null }) continue;
                var system = SystemFields.Of(message.System);
                object?[] values =
                [
                    message.Text, system.About?.Nickname, system.About?.Address.Ip, system.About?.Address.Port,
                    system.Was, system.Event, system.Lost, message.File?.Site, message.Id,
                ];
                for (var at = 0; at < values.Length; at++) update.Parameters[at].Value = values[at] ?? DBNull.Value;
                update.ExecuteNonQuery();
            }
        }
    }

    /// <exception cref="HistoryException">The file is of another version.</exception>
    public static void Check(SqliteConnection connection)
    {
        if (KnownVersionOf(connection) < Newest)
            throw new HistoryException(ServerTexts.HistoryTooOld(connection.DataSource));
    }

    /// <summary>What a server left that ended while it copied is not taken for a copy.</summary>
    private static void KeepCopy(SqliteConnection connection, long version)
    {
        var copy = CopyOf(connection.DataSource, version);
        var unfinished = $"{copy}.unfinished";
        try
        {
            File.Delete(unfinished);
            connection.Run("vacuum into $0", unfinished);
            File.Move(unfinished, copy, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException(ServerTexts.HistoryUnreadable(connection.DataSource, cause.Message), cause);
        }
    }

    /// <summary>Where a file is kept as it was in an earlier version.</summary>
    internal static string CopyOf(string file, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}.version-{version}");

    private static long KnownVersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version";
        var version = (long)command.ExecuteScalar()!;
        return version <= Newest ? version : throw new HistoryException(
            ServerTexts.HistoryTooNew(connection.DataSource, version, Newest));
    }
}
