using System.Globalization;
using LanChat.Rooms;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>Recovers a database that a server did not close.</summary>
internal static class SqliteRepair
{
    /// <summary>
    /// Opens a database. SQLite itself recovers from a crash; if the file is damaged beyond that,
    /// the readable rows are copied into a new file and the damaged one is kept beside it.
    /// </summary>
    /// <param name="file">The database file.</param>
    /// <param name="report">Receives sentences about the recovery.</param>
    /// <exception cref="HistoryException">The database cannot be opened.</exception>
    public static SqliteHistory Open(string file, Action<string> report)
    {
        var log = new FileInfo(file + "-wal");
        var wasLeftOpen = log.Exists && log.Length > 0;
        if (wasLeftOpen)
            report($"{file} was not closed by the last server: {log.Length} bytes of its log are looked through");
        try
        {
            var history = SqliteHistory.Open(file);
            if (!wasLeftOpen || history.IsIntact()) return history;
            history.Dispose();
        }
        catch (HistoryException broken) when (broken.InnerException is SqliteException
        {
            SqliteErrorCode: SqliteError.Corrupt or SqliteError.NotADatabase,
        })
        {
        }

        try
        {
            return Salvage(file, report);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException(ServerTexts.HistoryUnreadable(file, cause.Message), cause);
        }
    }

    private static SqliteHistory Salvage(string file, Action<string> report)
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{file}.broken-{DateTime.UtcNow:yyyyMMdd-HHmmss}");
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(file + ending)) File.Move(file + ending, aside + ending);
        }

        var history = SqliteHistory.Open(file);
        var count = Copy(aside, history);
        report(
            $"{file} was damaged: {count} messages were read from it and kept, "
            + $"and the damaged file is kept as {aside}");
        return history;
    }

    /// <summary>Reads from the beginning up to the damage, then from the end.</summary>
    private static int Copy(string from, SqliteHistory to)
    {
        var count = 0;
        try
        {
            using var broken = SqliteHistory.OpenDamaged(from);
            foreach (var isFromEnd in new[] { false, true })
            {
                foreach (var messages in broken.ReadDamaged(isFromEnd)) count += to.Append(messages);
            }

            var registry = broken.ReadRegistry(0);
            var nicks = registry.Nicks.Select(nick => new RegistryChange.NickUsed(nick));
            var mail = registry.Mail.Select(message => new RegistryChange.MessageQueued(message));
            to.Apply([.. nicks, .. mail]);
        }
        catch (HistoryException)
        {
            // The registry is damaged too.
        }

        return count;
    }
}
