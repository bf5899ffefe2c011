namespace LanChat.Protocol;

/// <summary>Something about the client's account. Rich only, from version 2 on.</summary>
public abstract record AccountEvent : RoomEvent
{
    private AccountEvent()
    {
    }

    /// <summary>
    /// Replies with a code that links a device to the client's account (code 28).
    /// </summary>
    /// <param name="Code">The code, such as <c>4711-0815</c>.</param>
    /// <param name="Lifetime">How long it is valid.</param>
    public sealed record LinkCodeGiven(string Code, TimeSpan Lifetime) : AccountEvent;

    /// <summary>
    /// The devices of the client's account (code 29): the reply, and told to all of them after a
    /// change.
    /// </summary>
    public sealed record DevicesListed(IReadOnlyList<AccountDevice> Devices) : AccountEvent
    {
        /// <summary>The number of the device that was linked; null: none was.</summary>
        public int? Linked { get; init; }

        /// <summary>The name of the device that was taken off; null: none was.</summary>
        public string? Unlinked { get; init; }
    }

    /// <summary>
    /// How far the user has read (code 22): the reply, and told to the other clients of the account
    /// after a change; or how far another one has read private messages.
    /// </summary>
    public sealed record ReadShown(IReadOnlyList<ReadPlace> Places) : AccountEvent
    {
        /// <summary>Whether others are told; null: not said.</summary>
        public bool? IsShared { get; init; }

        /// <summary>Whether the server keeps positions of the account; null: not said.</summary>
        public bool? IsKept { get; init; }
    }

    /// <summary>Replies with who has read a message of the room (code 23).</summary>
    /// <param name="Id">The message id.</param>
    /// <param name="By">The nicknames of others who have read it.</param>
    /// <param name="Of">How many others tell what they have read in the room.</param>
    public sealed record ReadersListed(long Id, IReadOnlyList<string> By, int Of) : AccountEvent;

    /// <summary>
    /// Replies with what the server keeps about the account beside private messages (code 31).
    /// </summary>
    /// <param name="Nicknames">Its nicknames.</param>
    /// <param name="Roles">Its roles, by the names of the rooms.</param>
    /// <param name="Devices">Its devices.</param>
    /// <param name="Read">How far the user has read.</param>
    public sealed record Described(
        IReadOnlyList<string> Nicknames,
        IReadOnlyList<(string Room, Role Role)> Roles,
        IReadOnlyList<AccountDevice> Devices,
        ReadShown Read) : AccountEvent;

    /// <summary>
    /// Replies with private messages that the server keeps, oldest first (code 30).
    /// </summary>
    /// <param name="Messages">The messages.</param>
    /// <param name="HasMore">
    /// Whether there are more: older ones, or newer ones if those after a serial were asked for.
    /// </param>
    public sealed record PrivatePage(IReadOnlyList<PrivateMessage> Messages, bool HasMore) : AccountEvent;
}
