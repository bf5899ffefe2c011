namespace LanChat.Protocol;

/// <summary>The reason why <see cref="FileName"/> cannot clean a name.</summary>
public enum FileNameFlaw
{
    /// <summary>The name can be cleaned.</summary>
    None,

    /// <summary>The name contains nothing but white space and dots.</summary>
    Empty,

    /// <summary>The name is a path.</summary>
    Path,

    /// <summary>The name contains a control character.</summary>
    Control,

    /// <summary>The name contains an invalid code point or a direction override.</summary>
    Unseen,
}
