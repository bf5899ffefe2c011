using System.Globalization;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// The tables of a history and their migrations. Each step is one transaction; <c>user_version</c>
/// holds the version. Released steps are never changed.
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

        // Links of files, refs of messages, registrations (name) and offline messages (word).
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

        // The log id.
        """
        create table log (id text not null);
        insert into log values (lower(hex(randomblob(8))));
        """,

        // Fields of system messages instead of sentences; Rewrite fills them.
        """
        alter table message add column was text;
        alter table message add column event text;
        alter table message add column lost integer;
        alter table message add column file_site text;
        """,

        // What a message changes (target), its last change, whether it was taken back, the account
        // of its sender, and what it replies to (re).
        $"""
        alter table message add column target integer;
        alter table message add column edited integer;
        alter table message add column gone integer;
        alter table message add column account text;
        alter table message add column re integer;
        create index message_change on message (target, id) where {MessageRow.IsChange};
        create index message_recalled_file on message (id) where {MessageRow.HasRecalledFile};
        """,
    ];

    private const int LastWithSentences = 3;
    private const int PartSize = 1000;

    public static int Newest => Steps.Length;

    /// <param name="connection">The database.</param>
    /// <param name="keepsCopy">Whether to keep a copy of a file of an earlier version.</param>
    /// <exception cref="HistoryException">The file has a later version.</exception>
    public static void Migrate(SqliteConnection connection, bool keepsCopy)
    {
        var found = KnownVersionOf(connection);
        if (keepsCopy && found > 0 && found < Newest) KeepCopy(connection, found);
        Migrate(connection, found, Newest);
    }

    /// <summary>
    /// Migrates as far as no row must be read: a damaged file may have unreadable rows.
    /// </summary>
    /// <exception cref="HistoryException">The file has a later version.</exception>
    public static void MigrateTables(SqliteConnection connection) =>
        Migrate(connection, KnownVersionOf(connection), LastWithSentences);

    /// <summary>Whether the file's system messages are stored as sentences.</summary>
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

    /// <summary>Parses stored sentences into fields, within the migration's transaction.</summary>
    private static void Rewrite(SqliteConnection connection)
    {
        const string select =
            $"select {SqliteHistory.ColumnsBeforeChanges}, {MessageRow.NoChange} from message "
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
                var system = message.System?.Fields ?? default;
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

    /// <exception cref="HistoryException">The file has another version.</exception>
    public static void Check(SqliteConnection connection)
    {
        if (KnownVersionOf(connection) < Newest)
            throw new HistoryException(ServerTexts.HistoryTooOld(connection.DataSource));
    }

    /// <summary>
    /// Writes to a temporary name first, so that an interrupted copy is not mistaken for a complete
    /// one.
    /// </summary>
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

    /// <summary>The name of the copy of an earlier version.</summary>
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
