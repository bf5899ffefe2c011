using LanChat.Protocol;
using LanChat.Server.Lookup;
using LanChat.Server.Names;

namespace LanChat.Server.History;

/// <summary>What a room remembers when it opens.</summary>
/// <param name="Newest">The last messages, oldest first.</param>
/// <param name="LastId">The number of the last message there ever was.</param>
internal sealed record Past(IReadOnlyList<ChatMessage> Newest, long LastId)
{
    /// <summary>Nothing: a new history, which is kept nowhere else.</summary>
    public static Past None => new([], 0);

    /// <summary>The last that people said, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Said { get; init; } = [.. Newest.Where(message => Query.IsTalk(message.Kind))];

    /// <summary>Which history it is (<see cref="LogId"/>).</summary>
    public string Log { get; init; } = LogId.New();

    /// <summary>What it knows beside that.</summary>
    public Book Book { get; init; } = Book.None;
}
