namespace LanChat.Protocol.Dialects.Native;

/// <summary>The type of a field's value.</summary>
internal enum FieldKind
{
    /// <summary>A text for people, which may not contain NUL.</summary>
    Text,

    /// <summary>A string with its own rules, such as a nickname.</summary>
    Name,
    Reference,
    Number,
    Id,
    Flag,
    Moment,
    NumberOrMoment,
    FlagOrName,
    FlagOrNumber,

    /// <summary>An object of strings.</summary>
    Pairs,
}
