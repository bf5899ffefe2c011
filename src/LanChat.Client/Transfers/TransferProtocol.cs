namespace LanChat.Client.Transfers;

/// <summary>
/// Messages between an <see cref="UploadActor"/> or <see cref="DownloadActor"/> and its parent.
/// </summary>
internal static class TransferProtocol
{
    /// <summary>The endpoint of the room has changed; null while it cannot be reached.</summary>
    public sealed record EndpointChanged(UploadEndpoint? Endpoint);

    /// <summary>Cancel the transfer; not answered.</summary>
    public sealed record Cancel
    {
        public static readonly Cancel Instance = new();
    }

    /// <summary>The transfer has progressed; sent a few times a second at most.</summary>
    public sealed record Progressed(Transfer Transfer);

    /// <summary>The transfer has ended, and the actor stops.</summary>
    /// <param name="Problem">
    /// The reason of a failure, a sentence for the user; null on success.
    /// </param>
    public sealed record Ended(string? Problem)
    {
        /// <summary>Path of a downloaded file.</summary>
        public string? Saved { get; init; }
    }
}
