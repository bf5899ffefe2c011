using LanChat.Texts;

namespace LanChat.Discovery;

/// <summary>Messages from a <see cref="DiscoveryActor"/> to its listener.</summary>
public static class DiscoveryProtocol
{
    /// <summary>The directory has changed; also sent when listening begins.</summary>
    public sealed record RoomsChanged(IReadOnlyList<ListedRoom> Rooms);

    /// <summary>
    /// The port cannot be listened on; retried after a pause. Sent once per failure.
    /// </summary>
    public sealed record ListenFailed(int Port)
    {
        /// <summary>The error message for programs that do not wait for a retry.</summary>
        public string Sentence => SessionTexts.CannotHearRooms(Port);
    }
}
