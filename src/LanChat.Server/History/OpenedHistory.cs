using LanChat.Rooms;
using LanChat.Server.Settings;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Postgres;
using LanChat.Server.Storage.Sqlite;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.History;

/// <summary>A room's history at the start of the server: open, locked and restored.</summary>
internal sealed class OpenedHistory : IDisposable
{
    private readonly IDisposable? _lock;

    private OpenedHistory(
        IHistoryStore store, string place, ServerSettings settings, Action<string> report, IDisposable? dataLock = null)
    {
        (Store, MinMessages, MinMemberMessages, _lock) =
            (store, Math.Max(settings.Room.KeptAtHand(), 1), settings.Room.HistorySize, dataLock);
        Restored = store.Restore(settings.Room.KeptAtHand(), MinMemberMessages) with
        {
            Registry = store.ReadRegistry(settings.History.Refs),
        };
        report($"{place} is open; its last message is number {Restored.LastId}");
    }

    public IHistoryStore Store { get; }

    public RestoredState Restored { get; }

    /// <summary>
    /// The number of newest messages that are never pruned, because memory holds them; at least
    /// one, which determines the next message id.
    /// </summary>
    public int MinMessages { get; }

    /// <summary>
    /// The number of newest member messages that are never pruned, because memory holds them.
    /// </summary>
    public int MinMemberMessages { get; }

    /// <summary>Opens the history of a room; null if nothing is persisted.</summary>
    /// <param name="settings">The server's settings.</param>
    /// <param name="report">Receives sentences about what was found and repaired.</param>
    /// <exception cref="HistoryException">
    /// The history cannot be opened, or another server has it.
    /// </exception>
    public static OpenedHistory? Open(ServerSettings settings, Action<string> report) =>
        settings.History.Durability == Durability.Memory ? null
        : settings.History.Postgres.Length > 0 ? OpenDatabase(settings, report)
        : OpenFile(settings, report);

    /// <summary>
    /// Opens the history of a room that is not the lobby, whose lock the server has; null if
    /// nothing is persisted.
    /// </summary>
    /// <param name="settings">The server's settings.</param>
    /// <param name="key">The key of the room.</param>
    /// <param name="stores">The rooms' stores that have files open.</param>
    /// <param name="report">Receives sentences about what was found and repaired.</param>
    /// <exception cref="HistoryException">The history cannot be opened.</exception>
    public static OpenedHistory? OpenRoom(
        ServerSettings settings, string key, OpenStores stores, Action<string> report)
    {
        if (settings.History.Durability == Durability.Memory) return null;
        if (settings.History.Postgres.Length > 0)
        {
            var place = PostgresLocation.OfRoom(settings.History.Postgres, settings.Room.Name.Text, key);
            return new OpenedHistory(Resting(() => PostgresHistory.Open(place), stores), $"{place}", settings, report);
        }

        var folder = DataPaths.RoomFolderIn(FolderOf(settings), key);
        DataFolder.Create(folder);
        var file = DataPaths.HistoryFileIn(folder);
        return new OpenedHistory(Resting(() => Open(file, report), stores), file, settings, report);
    }

    /// <summary>Deletes the history of a room that is not the lobby.</summary>
    public static void DeleteRoom(ServerSettings settings, string key)
    {
        if (settings.History.Durability == Durability.Memory) return;
        if (settings.History.Postgres.Length > 0)
        {
            PostgresDatabase.Drop(PostgresLocation.OfRoom(settings.History.Postgres, settings.Room.Name.Text, key));
            return;
        }

        var folder = DataPaths.RoomFolderIn(FolderOf(settings), key);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// Opens what the server keeps about its rooms; null if nothing is persisted, or the disk
    /// cannot be written: the lobby works without. The lobby's history must be open.
    /// </summary>
    /// <param name="settings">The server's settings.</param>
    /// <param name="report">Receives a sentence if the disk cannot be written.</param>
    /// <exception cref="HistoryException">The store cannot be opened.</exception>
    public static ServerStore? OpenServer(ServerSettings settings, Action<string> report)
    {
        if (settings.History.Durability == Durability.Memory) return null;
        if (settings.History.Postgres.Length > 0)
        {
            var place = PostgresLocation.OfServer(settings.History.Postgres, settings.Room.Name.Text);
            return ServerStore.Open(() => PostgresDatabase.Open(place));
        }

        try
        {
            return ServerStore.Open(() => SqliteDatabase.Open(DataPaths.ServerFileIn(FolderOf(settings))));
        }
        catch (HistoryException error) when (CanOnlyBeRead(error))
        {
            report($"{error.Message}; there are no rooms but the lobby until the server starts with a disk it can write");
            return null;
        }
    }

    public void Dispose()
    {
        Store.Dispose();
        _lock?.Dispose();
    }

    private static IHistoryStore Resting(Func<IHistoryStore> open, OpenStores stores) =>
        open() is var store && store is ReadOnlyFallbackStore ? store : new RestingStore(store, open, stores);

    /// <summary>The folder of the server, which is its lobby's.</summary>
    private static string FolderOf(ServerSettings settings) => DataPaths.FolderOf(
        settings.Data.Folder ?? throw new HistoryException(ServerTexts.NoPlaceForData), settings.Room.Name.Text);

    private static OpenedHistory OpenFile(ServerSettings settings, Action<string> report)
    {
        var parent = settings.Data.Folder
            ?? throw new HistoryException(ServerTexts.NoPlaceForData);
        var folder = DataFolder.Acquire(parent, settings.Room.Name.Text);
        try
        {
            var store = Open(folder.HistoryFile, report);
            return new OpenedHistory(store, folder.HistoryFile, settings, report, folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Falls back to a read-only copy if the file cannot be written, so that the room opens anyway.
    /// </summary>
    private static IHistoryStore Open(string file, Action<string> report)
    {
        try
        {
            return SqliteRepair.Open(file, report);
        }
        catch (HistoryException error) when (CanOnlyBeRead(error) && File.Exists(file))
        {
            // Without a readable copy the first error is the one to report.
            if (TryCopy(file) is not { } copy) throw;
            var history = new ReadOnlyFallbackStore(file, copy, () => SqliteRepair.Open(file, _ => { }));
            report($"{error.Message}; it is read from a copy until it can be written again");
            return history;
        }
    }

    private static HistoryCopy? TryCopy(string file)
    {
        try
        {
            return HistoryCopy.Of(file);
        }
        catch (HistoryException)
        {
            return null;
        }
    }

    private static bool CanOnlyBeRead(HistoryException error) => error.InnerException is SqliteException
    {
        SqliteErrorCode: SqliteError.ReadOnly or SqliteError.InputOutput or SqliteError.Full or SqliteError.CannotOpen,
    };

    private static OpenedHistory OpenDatabase(ServerSettings settings, Action<string> report)
    {
        var place = new PostgresLocation(settings.History.Postgres, settings.Room.Name.Text);
        var store = PostgresHistory.Open(place);
        return new OpenedHistory(store, $"{place}", settings, report);
    }
}
