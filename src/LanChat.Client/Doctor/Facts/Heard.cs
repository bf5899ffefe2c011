using System.Net;
using LanChat.Protocol;

namespace LanChat.Client.Doctor.Facts;

/// <summary>What became of a datagram that was sent to everybody, this computer included.</summary>
/// <param name="Target">Where it was sent.</param>
/// <param name="CameBack">Whether it was heard.</param>
/// <param name="Failure">Why it could not even be sent, or null.</param>
internal sealed record Echo(IPAddress Target, bool CameBack, string? Failure = null);

/// <summary>A room's announcement.</summary>
/// <param name="Room">What it said.</param>
/// <param name="IsNear">Whether it came from this very computer.</param>
internal sealed record HeardRoom(Announcement Room, bool IsNear);

/// <summary>What was heard on the port that rooms are announced on.</summary>
/// <param name="Time">For how long was listened.</param>
/// <param name="Echoes">The own datagrams, one for each target.</param>
/// <param name="Rooms">Each room once.</param>
internal sealed record Heard(TimeSpan Time, IReadOnlyList<Echo> Echoes, IReadOnlyList<HeardRoom> Rooms)
{
    /// <summary>Whether some datagram was sent and not heard.</summary>
    public bool IsSomethingLost => Echoes.Any(echo => echo is { CameBack: false, Failure: null });

    public bool HearsOthers => Rooms.Any(room => !room.IsNear);
}
