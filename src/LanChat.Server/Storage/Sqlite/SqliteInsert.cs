using LanChat.Protocol;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>
/// Inserts messages through SQLite's C functions: the library's commands and parameters take more
/// than twice as long, and inserting is most of a busy room's work.
/// </summary>
internal sealed class SqliteInsert(SqliteConnection connection) : IDisposable
{
    private static readonly string Sql =
        $"insert or ignore into message ({SqliteHistory.Columns}) "
        + $"values ({string.Join(", ", SqliteHistory.Columns.Split(", ").Select(_ => "?"))})";

    private sqlite3_stmt? _statement;

    /// <returns>1; 0 if a message of this id exists.</returns>
    /// <exception cref="SqliteException">The message cannot be inserted.</exception>
    public int Add(ChatMessage message)
    {
        if (_statement is null) Check(raw.sqlite3_prepare_v2(connection.Handle, Sql, out _statement));
        Bind(_statement!, message);
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE) Check(result);
        var count = raw.sqlite3_changes(connection.Handle);
        return count == 0 && message.Ref is not null ? Add(message with { Ref = null }) : count;
    }

    public void Dispose() => _statement?.Dispose();

    private static void Bind(sqlite3_stmt row, ChatMessage message)
    {
        var column = 0;
        Number(message.Id);
        Number((int)message.Kind);
        Text(message.Nickname);
        Text(message.From.Ip);
        Number(message.From.Port);
        Number(new DateTimeOffset(message.Time).ToUnixTimeMilliseconds());
        Text(message.Text);
        var system = message.System?.Fields ?? default;
        Text(system.About?.Nickname);
        Text(system.About?.Address.Ip);
        Number(system.About?.Address.Port);
        Number(message.File?.Id);
        Text(message.File?.Name);
        Number(message.File?.Size);
        Text(message.File?.Type);
        Text(message.File?.Link);
        Text(message.Ref);
        Text(system.Was);
        Text(system.Event);
        Number(system.Lost);
        Text(message.File?.Site);
        Number(message.Target);
        Number(message.Edited > 0 ? message.Edited : null);
        Number(message.IsGone ? 1 : null);
        Text(message.Account);
        Number(message.Re);

        void Number(long? value) => _ = value is { } number
            ? raw.sqlite3_bind_int64(row, ++column, number)
            : raw.sqlite3_bind_null(row, ++column);

        void Text(string? value) =>
            _ = value is null ? raw.sqlite3_bind_null(row, ++column) : raw.sqlite3_bind_text(row, ++column, value);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);
}
