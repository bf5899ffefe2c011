using LanChat.Texts;

namespace LanChat.Discovery;

/// <summary>What a <see cref="DiscoveryActor"/> tells its listener.</summary>
public static class DiscoveryProtocol
{
    /// <summary>These rooms are near now; told at once when listening begins, too.</summary>
    public sealed record RoomsChanged(IReadOnlyList<ListedRoom> Rooms);

    /// <summary>
    /// The port cannot be listened on; it is tried again in a while. Told once, until it works.
    /// </summary>
    public sealed record Deaf(int Port)
    {
        /// <summary>For who is not going to wait for it.</summary>
        public string Sentence => SessionTexts.CannotHearRooms(Port);
    }
}
