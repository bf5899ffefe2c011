using LanChat.Protocol;
using Npgsql;

namespace LanChat.Server.Storage.Postgres;

/// <summary>
/// Changes the message that a stored change is about, in the same transaction. What it said before
/// is overwritten by PostgreSQL's vacuum.
/// </summary>
internal static class PostgresChange
{
    /// <summary>Changes the message, and blanks earlier changes of it.</summary>
    public static void Apply(NpgsqlConnection connection, ChatMessage change)
    {
        var target = change.Target!.Value;
        if (change.Kind == MessageKind.Recalled) connection.Run($"{MessageRow.Recall} $1", target);
        else
        {
            connection.Run(
                "update message set text = $2, edited = $3 "
                + "where id = $1 and gone is null and coalesce(edited, 0) < $3",
                target, PostgresRow.Text(change.Text)!, change.Id);
        }

        connection.Run(
            $"update message set text = '' where {MessageRow.IsChange} and target = $1 and id < $2",
            target, change.Id);
    }
}
