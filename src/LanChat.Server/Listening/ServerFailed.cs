using Akka.Actor;

namespace LanChat.Server.Listening;

/// <summary>
/// The shutdown reason when the server ends by itself: its room failed, and the members' state with
/// it, or a listener failed for good.
/// </summary>
internal sealed class ServerFailed : CoordinatedShutdown.Reason
{
    public static readonly ServerFailed Instance = new();

    private ServerFailed()
    {
    }

    public override int ExitCode => 1;
}
