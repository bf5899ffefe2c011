using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>What a room remembers when it opens.</summary>
/// <param name="Newest">The last messages, oldest first.</param>
/// <param name="LastId">The id of the last message there ever was.</param>
public sealed record RestoredState(IReadOnlyList<ChatMessage> Newest, long LastId)
{
    /// <summary>Nothing: a new history that is kept nowhere else.</summary>
    public static RestoredState None => new([], 0);

    /// <summary>The last messages of people, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Said { get; init; } = [.. Newest.Where(message => message.IsTalk)];

    /// <summary>The identity of the history (<see cref="LogId"/>).</summary>
    public string Log { get; init; } = LogId.New();

    /// <summary>What was kept beside the messages.</summary>
    public RegistrySnapshot Registry { get; init; } = RegistrySnapshot.None;
}
