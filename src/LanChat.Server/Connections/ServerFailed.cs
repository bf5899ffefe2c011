using Akka.Actor;

namespace LanChat.Server.Connections;

/// <summary>Why the server ends by itself: its room has failed, and with it went who is in and what they wait for.</summary>
internal sealed class RoomFailed : CoordinatedShutdown.Reason
{
    public static readonly RoomFailed Instance = new();

    private RoomFailed()
    {
    }

    /// <summary>What the process ends with.</summary>
    public override int ExitCode => 1;
}
