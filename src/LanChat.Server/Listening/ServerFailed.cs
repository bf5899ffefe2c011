using Akka.Actor;

namespace LanChat.Server.Listening;

/// <summary>
/// Why the server ends by itself: its room has failed, and with it went who is in and what they wait for; or it can't listen any more.
/// </summary>
internal sealed class ServerFailed : CoordinatedShutdown.Reason
{
    public static readonly ServerFailed Instance = new();

    private ServerFailed()
    {
    }

    /// <summary>What the process ends with.</summary>
    public override int ExitCode => 1;
}
