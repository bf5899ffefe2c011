namespace LanChat.Client.Transfers;

/// <summary>What an <see cref="UploadActor"/> or <see cref="DownloadActor"/> and its parent tell each other.</summary>
internal static class TransferProtocol
{
    /// <summary>The room is reached by this door from now on; null: not at all, for now.</summary>
    public sealed record Reach(FileDoor? Door);

    /// <summary>Give up; not answered.</summary>
    public sealed record Cancel
    {
        public static readonly Cancel Instance = new();
    }

    /// <summary>So it stands; told a few times a second at most.</summary>
    public sealed record Moved(Transfer Transfer);

    /// <summary>It is over, and the actor stops.</summary>
    /// <param name="Problem">Why it was not shared or fetched, a sentence for the user; null when it was.</param>
    public sealed record Ended(string? Problem)
    {
        /// <summary>Where a file is now that was fetched.</summary>
        public string? Saved { get; init; }
    }
}
