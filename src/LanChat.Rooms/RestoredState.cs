using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>The state of a room when its server starts.</summary>
/// <param name="Newest">The newest messages, oldest first.</param>
/// <param name="LastId">The id of the last message ever, pruned ones included.</param>
public sealed record RestoredState(IReadOnlyList<ChatMessage> Newest, long LastId)
{
    /// <summary>An empty history that is persisted nowhere.</summary>
    public static RestoredState None => new([], 0);

    /// <summary>The newest member messages, oldest first.</summary>
    public IReadOnlyList<ChatMessage> MemberMessages { get; init; } = [.. Newest.Where(message => message.IsTalk)];

    /// <summary>
    /// The links of files whose messages were taken back; after a crash such a file may still be
    /// there.
    /// </summary>
    public IReadOnlyList<string> RecalledFiles { get; init; } = [];

    /// <summary>The identity of the history (<see cref="LogId"/>).</summary>
    public string Log { get; init; } = LogId.New();

    /// <summary>The registry and the offline messages.</summary>
    public RegistrySnapshot Registry { get; init; } = RegistrySnapshot.None;
}
