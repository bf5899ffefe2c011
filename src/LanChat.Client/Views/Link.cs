namespace LanChat.Client.Views;

/// <summary>How the connection to a room stands.</summary>
internal enum Link
{
    Connecting,
    Connected,
    Lost,
}
