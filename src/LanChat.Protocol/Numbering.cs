namespace LanChat.Protocol;

/// <summary>How the room chooses another nickname if the requested one is taken.</summary>
public enum Numbering
{
    /// <summary>Appends <c>_2</c>, or <c>_3</c> if that is taken as well, and so on.</summary>
    Counted,

    /// <summary>Appends <c>_2</c> repeatedly until the nickname is free.</summary>
    Repeated,

    /// <summary>Refuses the request.</summary>
    Refused,
}
