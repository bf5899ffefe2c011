using System.Globalization;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.History;

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
    ];

    public static int Newest => Steps.Length;

    /// <exception cref="HistoryException">The file is of a later version.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        for (var version = KnownVersionOf(connection); version < Newest; version++)
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

    private static long KnownVersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma user_version";
        var version = (long)command.ExecuteScalar()!;
        return version <= Newest ? version : throw new HistoryException(ServerTexts.HistoryTooNew(connection.DataSource, version, Newest));
    }
}
