using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.History;

/// <summary>A room's history as it is when its server starts: open, locked, and read as far as the room needs it.</summary>
internal sealed class KeptHistory : IDisposable
{
    private readonly IDisposable? _lock;

    private KeptHistory(IHistoryStore store, Past past, IDisposable? itsLock = null) => (Store, Past, _lock) = (store, past, itsLock);

    public IHistoryStore Store { get; }

    public Past Past { get; }

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
            var store = SqliteRepair.Open(folder.HistoryFile, tell);
            return new KeptHistory(store, Read(store, folder.HistoryFile, settings, tell), folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static KeptHistory OpenDatabase(ServerSettings settings, Action<string> tell)
    {
        var place = new PostgresPlace(settings.History.Postgres, settings.Room.Name.Text);
        var store = PostgresHistory.Open(place);
        return new KeptHistory(store, Read(store, $"{place}", settings, tell));
    }

    private static Past Read(IHistoryStore store, string place, ServerSettings settings, Action<string> tell)
    {
        var past = store.Past(settings.Room.HistorySize) with { Book = store.Book(settings.History.Refs) };
        tell($"{place} is open; its last message is number {past.LastId}");
        return past;
    }
}
