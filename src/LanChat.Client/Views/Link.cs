namespace LanChat.Client.Views;

/// <summary>State of the connection to a room.</summary>
internal enum Link
{
    Connecting,

    /// <summary>A moderator decides whether the user may enter.</summary>
    Waiting,
    Connected,
    Lost,
}
