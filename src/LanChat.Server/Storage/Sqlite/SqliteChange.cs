using LanChat.Protocol;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Changes the message that a stored change is about, in the same transaction. What it said before
/// is gone from the disk: <see cref="CleanUp"/>.
/// </summary>
internal static class SqliteChange
{
    /// <summary>Overwrites what is left of rows in pages that are written anyway.</summary>
    public const string LeaveNothing = "pragma secure_delete = fast";

    /// <summary>Changes the message, and blanks earlier changes of it.</summary>
    public static void Apply(SqliteConnection connection, ChatMessage change)
    {
        connection.Run("pragma secure_delete = on");
        if (change.Kind == MessageKind.Recalled) connection.Run($"{MessageRow.Recall} $0", change.Target);
        else
        {
            connection.Run(
                "update message set text = $1, edited = $2 "
                + "where id = $0 and gone is null and coalesce(edited, 0) < $2",
                change.Target, change.Text, change.Id);
        }

        connection.Run(
            $"update message set text = '' where {MessageRow.IsChange} and target = $0 and id < $1",
            change.Target, change.Id);
    }

    /// <summary>
    /// Removes what was overwritten from the write-ahead log, unless a reader needs it.
    /// </summary>
    public static int CleanUp(SqliteConnection connection)
    {
        connection.Read("pragma wal_checkpoint(truncate)", _ => 0);
        return connection.Run(LeaveNothing);
    }
}
