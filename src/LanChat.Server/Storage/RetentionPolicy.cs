namespace LanChat.Server.Storage;

/// <summary>The messages a history keeps.</summary>
/// <param name="KeepFrom">Older messages are pruned; null: no age limit.</param>
/// <param name="MaxBytes">The maximum size of the history, in bytes; null: unlimited.</param>
/// <param name="MinMessages">The number of newest messages to keep in any case.</param>
/// <param name="MinMemberMessages">
/// The number of newest member messages to keep in any case.
/// </param>
internal sealed record RetentionPolicy(DateTime? KeepFrom, long? MaxBytes, int MinMessages, int MinMemberMessages = 0)
{
    /// <summary>The last message to prune; null if all are within the policy.</summary>
    /// <param name="oldest">
    /// Ids and times (milliseconds since 1970) of the oldest messages, oldest first, without those
    /// to keep in any case.
    /// </param>
    /// <param name="isTooLarge">Whether the history exceeds its maximum size.</param>
    public long? LastToPrune(IReadOnlyList<(long Id, long Time)> oldest, bool isTooLarge)
    {
        var from = KeepFrom is { } moment ? new DateTimeOffset(moment).ToUnixTimeMilliseconds() : long.MinValue;
        var beyond = isTooLarge ? oldest : [.. oldest.TakeWhile(message => message.Time < from)];
        return beyond is [.., var last] ? last.Id : null;
    }
}
