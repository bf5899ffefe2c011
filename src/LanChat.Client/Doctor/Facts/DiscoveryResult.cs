using System.Net;
using LanChat.Protocol;

namespace LanChat.Client.Doctor.Facts;

/// <summary>Result of a broadcast to a target, this computer included.</summary>
/// <param name="Target">The broadcast address.</param>
/// <param name="CameBack">Whether it was received.</param>
/// <param name="Failure">The error if it could not be sent, or null.</param>
internal sealed record Echo(IPAddress Target, bool CameBack, string? Failure = null);

/// <summary>A received announcement.</summary>
/// <param name="Room">The announcement.</param>
/// <param name="IsLocal">Whether it came from this computer.</param>
internal sealed record ReceivedRoom(Announcement Room, bool IsLocal);

/// <summary>The datagrams received on the discovery port.</summary>
/// <param name="Time">How long the port was open.</param>
/// <param name="Echoes">The own broadcasts, one per target.</param>
/// <param name="Rooms">The announcements, one per room.</param>
internal sealed record DiscoveryResult(TimeSpan Time, IReadOnlyList<Echo> Echoes, IReadOnlyList<ReceivedRoom> Rooms)
{
    /// <summary>Whether a broadcast was sent but not received.</summary>
    public bool HasLostEcho => Echoes.Any(echo => echo is { CameBack: false, Failure: null });

    public bool ReceivesOthers => Rooms.Any(room => !room.IsLocal);
}
