namespace LanChat.Server.Storage;

/// <summary>How much of a history is kept.</summary>
/// <param name="From">
/// What was said before is forgotten; null if it is kept however old it is.
/// </param>
/// <param name="Size">How many bytes all of it may take; null if there is no bound.</param>
/// <param name="Least">The last so many messages are kept, however old and large they are.</param>
/// <param name="Said">And so much of what people said last.</param>
internal sealed record Bounds(DateTime? From, long? Size, int Least, int Said = 0)
{
    /// <summary>The last of the oldest messages that are beyond it; null if none is.</summary>
    /// <param name="oldest">
    /// Their numbers and times, in milliseconds since 1970; the oldest first, and none that is kept
    /// in any case.
    /// </param>
    /// <param name="isTooLarge">Whether all of the history takes more than it may.</param>
    public long? LastBeyond(IReadOnlyList<(long Id, long Time)> oldest, bool isTooLarge)
    {
        var from = From is { } moment ? new DateTimeOffset(moment).ToUnixTimeMilliseconds() : long.MinValue;
        var beyond = isTooLarge ? oldest : [.. oldest.TakeWhile(message => message.Time < from)];
        return beyond is [.., var last] ? last.Id : null;
    }
}
