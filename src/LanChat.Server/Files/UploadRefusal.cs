namespace LanChat.Server.Files;

/// <summary>Why a file can't be uploaded.</summary>
internal enum UploadRefusal
{
    None,

    /// <summary>It has more bytes than one may have.</summary>
    TooLarge,

    /// <summary>Too many are on their way from that address.</summary>
    TooMany,

    /// <summary>There is no space for it.</summary>
    Full,
}
