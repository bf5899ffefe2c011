using LanChat.Rooms;
using LanChat.Server.Settings;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Postgres;
using LanChat.Server.Storage.Sqlite;
using LanChat.Texts;
using Microsoft.Data.Sqlite;

namespace LanChat.Server.History;

/// <summary>
/// A room's history as it is when its server starts: open, locked, and read as far as the room
/// needs it.
/// </summary>
internal sealed class KeptHistory : IDisposable
{
    private readonly IDisposable? _lock;

    private KeptHistory(
        IHistoryStore store, string place, ServerSettings settings, Action<string> tell, IDisposable? itsLock = null)
    {
        (Store, Least, Said, _lock) =
            (store, Math.Max(settings.Room.KeptAtHand(), 1), settings.Room.HistorySize, itsLock);
        Restored = store.Restore(settings.Room.KeptAtHand(), Said) with
        {
            Registry = store.Registry(settings.History.Refs),
        };
        tell($"{place} is open; its last message is number {Restored.LastId}");
    }

    public IHistoryStore Store { get; }

    public RestoredState Restored { get; }

    /// <summary>
    /// How many of the last messages the room always knows; one at least, by whose number it goes
    /// on.
    /// </summary>
    public int Least { get; }

    /// <summary>How much of what people said last it always knows.</summary>
    public int Said { get; }

    /// <summary>Opens the history of a room; null when nothing is to be kept.</summary>
    /// <param name="settings">Whose it is, where it is kept, and how much of it is shown.</param>
    /// <param name="tell">Told what was found and done, in sentences.</param>
    /// <exception cref="HistoryException">It can't be opened, or another server has it.</exception>
    public static KeptHistory? Open(ServerSettings settings, Action<string> tell) =>
        settings.History.Durability == Durability.Memory ? null
        : settings.History.Postgres.Length > 0 ? OpenDatabase(settings, tell)
        : OpenFile(settings, tell);

    public void Dispose()
    {
        Store.Dispose();
        _lock?.Dispose();
    }

    private static KeptHistory OpenFile(ServerSettings settings, Action<string> tell)
    {
        var parent = settings.Data.Folder
            ?? throw new HistoryException(ServerTexts.NoPlaceForData);
        var folder = DataFolder.Take(parent, settings.Room.Name.Text);
        try
        {
            var store = Open(folder, tell);
            return new KeptHistory(store, folder.HistoryFile, settings, tell, folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The room opens, and goes on, where its history can be read but not written for now. Where
    /// there is none, nothing was ever kept there.
    /// </summary>
    private static IHistoryStore Open(DataFolder folder, Action<string> tell)
    {
        var file = folder.HistoryFile;
        try
        {
            return SqliteRepair.Open(file, tell);
        }
        catch (HistoryException trouble) when (CanOnlyBeRead(trouble) && File.Exists(file))
        {
            // Where there is nothing to be read either, as of one that was never written, the first
            // trouble is the one to tell of.
            if (TryCopy(file) is not { } copy) throw;
            var history = new LateHistory(file, copy, () => SqliteRepair.Open(file, _ => { }));
            tell($"{trouble.Message}; it is read from a copy until it can be written again");
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

    private static bool CanOnlyBeRead(HistoryException trouble) => trouble.InnerException is SqliteException
    {
        SqliteErrorCode: SqliteError.ReadOnly or SqliteError.InputOutput or SqliteError.Full or SqliteError.CannotOpen,
    };

    private static KeptHistory OpenDatabase(ServerSettings settings, Action<string> tell)
    {
        var place = new PostgresPlace(settings.History.Postgres, settings.Room.Name.Text);
        var store = PostgresHistory.Open(place);
        return new KeptHistory(store, $"{place}", settings, tell);
    }
}
