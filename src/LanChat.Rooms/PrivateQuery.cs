namespace LanChat.Rooms;

/// <summary>
/// Selects kept private messages of an account: the oldest after a serial, else the newest.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="After">Only later serials.</param>
/// <param name="Before">Only earlier serials.</param>
/// <param name="Limit">The maximum number of messages.</param>
public sealed record PrivateQuery(string Account, long After, long Before, int Limit)
{
    /// <summary>The other account; null: all.</summary>
    public string? With { get; init; }

    /// <summary>Whether the oldest ones are wanted; else the newest.</summary>
    public bool IsForward { get; init; }

    /// <summary>Only messages with this text, case-insensitive; empty: all.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether a message is one of these.</summary>
    public bool Matches(StoredPrivateMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Serial > After && message.Serial < Before
            && (With is { } other
                ? message.Pair == StoredPrivateMessage.PairOf(Account, other)
                : message.Sender == Account || message.Recipient == Account)
            && message.Message.Text.Contains(Text, StringComparison.OrdinalIgnoreCase);
    }
}
