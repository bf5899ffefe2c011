using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.History;

/// <summary>A room's history as it is when its server starts: open, locked, and read as far as the room needs it.</summary>
internal sealed class KeptHistory : IDisposable
{
    private readonly DataFolder _folder;

    private KeptHistory(DataFolder folder, IHistoryStore store, Past past) => (_folder, Store, Past) = (folder, store, past);

    public IHistoryStore Store { get; }

    public Past Past { get; }

    /// <summary>Opens the history of a room; null when nothing is to be kept.</summary>
    /// <param name="settings">Whose it is, where it is kept, and how much of it is shown.</param>
    /// <param name="tell">Told what was found and done, in sentences.</param>
    /// <exception cref="HistoryException">It can't be opened, or another server has it.</exception>
    public static KeptHistory? Open(ServerSettings settings, Action<string> tell)
    {
        if (settings.History.Durability == Durability.Memory) return null;
        var parent = settings.Data.Folder
            ?? throw new HistoryException(ServerTexts.NoPlaceForData);
        var folder = DataFolder.Take(parent, settings.Room.Name.Text);
        try
        {
            var store = SqliteRepair.Open(folder.HistoryFile, tell);
            var past = store.Past(settings.Room.HistorySize) with { Book = store.Book(settings.History.Refs) };
            tell($"{folder.HistoryFile} is open; its last message is number {past.LastId}");
            return new KeptHistory(folder, store, past);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }
}
