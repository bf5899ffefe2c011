namespace LanChat.Client.Transfers;

/// <summary>What is done with a file on its way.</summary>
internal enum TransferState
{
    /// <summary>It is read once, to know its SHA-256.</summary>
    Reading,

    /// <summary>It is sent.</summary>
    Sending,

    /// <summary>It goes on when the room can be reached again.</summary>
    Waiting,

    /// <summary>It comes from the room.</summary>
    Fetching,
}
