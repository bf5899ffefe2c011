namespace LanChat.Server.Files;

/// <summary>Why a file can't be uploaded.</summary>
internal enum UploadRefusal
{
    None,

    /// <summary>It has more bytes than one may have.</summary>
    TooLarge,

    /// <summary>Too many are on their way from that address.</summary>
    TooMany,

    /// <summary>That address has as many bytes here as it may have.</summary>
    TooMuch,

    /// <summary>That address has as many files here as it may have.</summary>
    TooManyKept,

    /// <summary>Another request adds to it.</summary>
    Busy,

    /// <summary>There is no space for it.</summary>
    Full,
}
