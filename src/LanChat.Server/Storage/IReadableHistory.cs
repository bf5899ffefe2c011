using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>A room's history for who wants all of it.</summary>
internal interface IReadableHistory : IDisposable
{
    /// <summary>Everything, oldest first, in parts.</summary>
    /// <exception cref="HistoryException">It can't be read.</exception>
    IEnumerable<IReadOnlyList<ChatMessage>> All();

    /// <inheritdoc cref="IHistoryStore.OpenReader"/>
    IHistoryReader OpenReader();

    /// <inheritdoc cref="IHistoryStore.Registry"/>
    RegistrySnapshot Registry(int messages);

    /// <summary>
    /// Whether what it is kept in is what it should be, as far as that can be told without reading
    /// all of it.
    /// </summary>
    bool IsSound();
}
