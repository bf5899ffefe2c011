namespace LanChat.Client.Terminal;

/// <summary>How the connection to a room stands.</summary>
internal enum Link
{
    Connecting,
    Connected,
    Lost,
}
