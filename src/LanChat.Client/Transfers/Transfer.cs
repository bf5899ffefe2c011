namespace LanChat.Client.Transfers;

/// <summary>Progress of a transfer, as shown to the user.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Done">Bytes read or transferred.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="State">The current step.</param>
internal sealed record Transfer(string Name, long Done, long Size, TransferState State)
{
    /// <summary>Current speed; 0 if unknown.</summary>
    public double BytesPerSecond { get; init; }

    public int Percent => Size == 0 ? 0 : (int)(Done * 100 / Size);
}
