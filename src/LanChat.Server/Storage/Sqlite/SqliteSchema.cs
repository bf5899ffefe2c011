using System.Globalization;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// The tables, and how a file of an earlier version becomes one of today: each step is one transaction, and the version stands in the file.
/// Steps that were released are never changed.
/// </summary>
internal static class SqliteSchema
{
    private static readonly string[] Steps =
    [
        // Kinds are those of MessageKind: 0 said, 1 acted, 2 private, 3 file, 4 joined, 5 left, 6 renamed, 7 room.
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

        // Where a file is fetched from; and of what belongs to the talk, but is not said: what a speaker calls a message, whose a name is, and what waits for whom.
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
    ];

    public static int Newest => Steps.Length;

    /// <param name="connection">The file.</param>
    /// <param name="keepsCopy">Whether a file of an earlier version is kept beside it as it was.</param>
    /// <exception cref="HistoryException">The file is of a later version.</exception>
    public static void Migrate(SqliteConnection connection, bool keepsCopy)
    {
        var found = KnownVersionOf(connection);
        if (keepsCopy && found > 0 && found < Newest) KeepCopy(connection, found);
        for (var version = found; version < Newest; version++)
        {
            using var transaction = connection.BeginTransaction();
            using var step = connection.CreateCommand();
            step.Transaction = transaction;
            step.CommandText = string.Create(CultureInfo.InvariantCulture, $"{Steps[version]} pragma user_version = {version + 1};");
            step.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <exception cref="HistoryException">The file is of another version.</exception>
    public static void Check(SqliteConnection connection)
    {
        if (KnownVersionOf(connection) < Newest) throw new HistoryException(ServerTexts.HistoryTooOld(connection.DataSource));
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
    internal static string CopyOf(string file, long version) => string.Create(CultureInfo.InvariantCulture, $"{file}.version-{version}");

    private static long KnownVersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version";
        var version = (long)command.ExecuteScalar()!;
        return version <= Newest ? version : throw new HistoryException(ServerTexts.HistoryTooNew(connection.DataSource, version, Newest));
    }
}
