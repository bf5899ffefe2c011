namespace LanChat.Protocol;

/// <summary>A request of a client about its account.</summary>
public abstract record AccountRequest : ClientMessage.ServerRequest
{
    private AccountRequest()
    {
    }

    /// <summary>Asks for a code that links another device to the client's account.</summary>
    public sealed record Link : AccountRequest;

    /// <summary>Asks for the devices of the client's account.</summary>
    public sealed record ListDevices : AccountRequest;

    /// <summary>Takes a device off the client's account.</summary>
    /// <param name="Number">Its <see cref="AccountDevice.Number"/>.</param>
    public sealed record Unlink(long Number) : AccountRequest;

    /// <summary>
    /// The user has read the room up to a message id, or the private messages with one person up to
    /// a serial. Has no reply without a request id.
    /// </summary>
    /// <param name="Id">The message id or serial.</param>
    /// <param name="With">The other's nickname; null: the room.</param>
    public sealed record Read(long Id, string? With) : AccountRequest;

    /// <summary>Asks how far the user has read.</summary>
    public sealed record ListRead : AccountRequest;

    /// <summary>Sets whether others are told what the user has read.</summary>
    public sealed record ShareRead(bool IsOn) : AccountRequest;

    /// <summary>
    /// Sets whether the server keeps how far the user has read; if not, it forgets what it has.
    /// </summary>
    public sealed record KeepRead(bool IsOn) : AccountRequest;

    /// <summary>Asks who has read a message of the room.</summary>
    /// <param name="Id">The message id.</param>
    public sealed record ListReaders(long Id) : AccountRequest;

    /// <summary>Asks what the server keeps about the account.</summary>
    public sealed record Describe : AccountRequest;

    /// <summary>Deletes the account.</summary>
    /// <param name="Nickname">A nickname of it, to confirm.</param>
    public sealed record Delete(string Nickname) : AccountRequest;

    /// <summary>
    /// Asks for private messages of the client's account: the oldest after <see cref="Since"/>, or
    /// the newest before <see cref="Before"/>.
    /// </summary>
    public sealed record ReadPrivate : AccountRequest
    {
        /// <summary>The serial of the last message the client has.</summary>
        public long? Since { get; init; }

        /// <summary>Only messages with a lower serial.</summary>
        public long? Before { get; init; }

        /// <summary>Only those with the owner of this nickname.</summary>
        public string? With { get; init; }

        /// <summary>Only those with this text, case-insensitive.</summary>
        public string? Text { get; init; }

        /// <summary>The maximum number of messages.</summary>
        public long? Limit { get; init; }
    }
}
