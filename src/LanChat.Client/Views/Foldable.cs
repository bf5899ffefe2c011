namespace LanChat.Client.Views;

/// <summary>Parts of the screen that can be hidden.</summary>
internal enum Foldable
{
    /// <summary>The room list beside the transcript.</summary>
    Rooms,

    /// <summary>The member list beside the transcript.</summary>
    Members,

    /// <summary>Joins and leaves in the transcript.</summary>
    JoinsAndLeaves,
}
