namespace LanChat.Client.Transfers;

/// <summary>The current step of a transfer.</summary>
internal enum TransferState
{
    /// <summary>The file is hashed before its upload.</summary>
    Reading,

    /// <summary>The file is uploaded.</summary>
    Sending,

    /// <summary>The upload waits until the room can be reached.</summary>
    Waiting,

    /// <summary>The file is downloaded.</summary>
    Fetching,
}
