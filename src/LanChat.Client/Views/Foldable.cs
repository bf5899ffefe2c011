namespace LanChat.Client.Views;

/// <summary>What of the screen can be folded away, and in again.</summary>
internal enum Foldable
{
    /// <summary>The rooms beside the talk.</summary>
    Rooms,

    /// <summary>The members beside the talk.</summary>
    Members,

    /// <summary>Who comes and goes, in the talk.</summary>
    JoinsAndLeaves,
}
