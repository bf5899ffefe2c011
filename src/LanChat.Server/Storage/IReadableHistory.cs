using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>A room's history opened for the command line.</summary>
internal interface IReadableHistory : IDisposable
{
    /// <summary>All messages, oldest first, in parts.</summary>
    /// <exception cref="HistoryException">The history cannot be read.</exception>
    IEnumerable<IReadOnlyList<ChatMessage>> ReadAll();

    /// <inheritdoc cref="IHistoryStore.OpenReader"/>
    IHistoryReader OpenReader();

    /// <inheritdoc cref="IHistoryStore.ReadRegistry"/>
    RegistrySnapshot ReadRegistry(int messages);

    /// <summary>
    /// Checks the integrity of the storage as far as possible without reading all of it.
    /// </summary>
    bool IsIntact();
}
