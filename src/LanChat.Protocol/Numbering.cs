namespace LanChat.Protocol;

/// <summary>What becomes of a name that is taken.</summary>
public enum Numbering
{
    /// <summary>
    /// <c>_2</c> is appended, or <c>_3</c> where that is taken as well, and so on.
    /// </summary>
    Counted,

    /// <summary><c>_2</c> is appended, and again, until it is free.</summary>
    Repeated,

    /// <summary>It is refused.</summary>
    Refused,
}
