namespace LanChat.Client.Views;

/// <summary>State of the connection to a room.</summary>
internal enum Link
{
    Connecting,
    Connected,
    Lost,
}
