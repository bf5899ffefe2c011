using System.Globalization;
using LanChat.Rooms;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.Storage.Sqlite;

/// <summary>What is done about a database that a server left without closing it.</summary>
internal static class SqliteRepair
{
    /// <summary>
    /// Opens a database. SQLite itself puts back together what was written when a server ended in
    /// the middle of it; where that is not enough, because the file has lost a part, what can be
    /// read of it is copied into a new one, and the old one is kept beside it.
    /// </summary>
    /// <param name="file">The database's file.</param>
    /// <param name="tell">Told what was found and done, in sentences.</param>
    /// <exception cref="HistoryException">It can't be opened.</exception>
    public static SqliteHistory Open(string file, Action<string> tell)
    {
        var log = new FileInfo(file + "-wal");
        var wasLeftOpen = log.Exists && log.Length > 0;
        if (wasLeftOpen)
            tell($"{file} was not closed by the last server: {log.Length} bytes of its log are looked through");
        try
        {
            var history = SqliteHistory.Open(file);
            if (!wasLeftOpen || history.IsSound()) return history;
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
            return Salvage(file, tell);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException(ServerTexts.HistoryUnreadable(file, cause.Message), cause);
        }
    }

    private static SqliteHistory Salvage(string file, Action<string> tell)
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{file}.broken-{DateTime.UtcNow:yyyyMMdd-HHmmss}");
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(file + ending)) File.Move(file + ending, aside + ending);
        }

        var history = SqliteHistory.Open(file);
        var count = Copy(aside, history);
        tell(
            $"{file} was damaged: {count} messages were read from it and kept, "
            + $"and the damaged file is kept as {aside}");
        return history;
    }

    /// <summary>From the beginning as far as it can be read, then from the end.</summary>
    private static int Copy(string from, SqliteHistory to)
    {
        var count = 0;
        try
        {
            using var broken = SqliteHistory.OpenDamaged(from);
            foreach (var isFromEnd in new[] { false, true })
            {
                foreach (var messages in broken.Readable(isFromEnd)) count += to.Append(messages);
            }

            var book = broken.Registry(0);
            var nicks = book.Nicks.Select(nick => new RegistryChange.NickUsed(nick));
            var mail = book.Mail.Select(message => new RegistryChange.MessageQueued(message));
            to.Apply([.. nicks, .. mail]);
        }
        catch (HistoryException)
        {
            // Not even that can be read.
        }

        return count;
    }
}
