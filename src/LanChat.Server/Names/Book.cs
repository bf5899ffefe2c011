namespace LanChat.Server.Names;

/// <summary>What a room knows beside its talk when it opens.</summary>
/// <param name="Names">The names that belong to somebody.</param>
/// <param name="Words">The private words that wait, oldest first.</param>
/// <param name="Refs">What speakers called the last messages, and their numbers, oldest first.</param>
internal sealed record Book(IReadOnlyList<OwnedName> Names, IReadOnlyList<WaitingWord> Words, IReadOnlyList<(string Ref, long Id)> Refs)
{
    public static readonly Book None = new([], [], []);
}
