namespace LanChat.Protocol;

/// <summary>Why no file can be shared by a name.</summary>
public enum FileNameFlaw
{
    /// <summary>It can.</summary>
    None,

    /// <summary>There is nothing in it but white space and dots.</summary>
    Empty,

    /// <summary>It is a path.</summary>
    Path,

    /// <summary>It holds a control character.</summary>
    Control,

    /// <summary>
    /// It holds what nobody sees, or what turns the direction of the text around it.
    /// </summary>
    Unseen,
}
