namespace LanChat.Client.Transfers;

/// <summary>A file on its way, as it is shown.</summary>
/// <param name="Name">The file's.</param>
/// <param name="Done">How many of its bytes are read or there.</param>
/// <param name="Size">All of its bytes.</param>
/// <param name="State">What is done with it.</param>
internal sealed record Transfer(string Name, long Done, long Size, TransferState State)
{
    /// <summary>How fast it goes; 0 when that is not known.</summary>
    public double BytesPerSecond { get; init; }

    public int Percent => Size == 0 ? 0 : (int)(Done * 100 / Size);
}
