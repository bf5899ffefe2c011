namespace LanChat.Server.Files;

/// <summary>Reasons to refuse an upload.</summary>
internal enum UploadRefusal
{
    None,

    /// <summary>The file exceeds the maximum size.</summary>
    TooLarge,

    /// <summary>The IP address has too many unfinished uploads.</summary>
    TooMany,

    /// <summary>The IP address has too many bytes stored.</summary>
    TooMuch,

    /// <summary>The IP address has too many files stored.</summary>
    TooManyKept,

    /// <summary>Another request holds the lock of the upload.</summary>
    Busy,

    /// <summary>No space left.</summary>
    Full,
}
