namespace LanChat.Texts;

/// <summary>A language the programs speak.</summary>
public enum Language
{
    /// <summary>What is spoken where nothing else was chosen.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}
