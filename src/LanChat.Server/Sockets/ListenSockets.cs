using Akka.IO;
using LanChat.Server.Settings;

namespace LanChat.Server.Sockets;

/// <summary>The socket options of all dialects, for either transport.</summary>
/// <param name="Backlog">Maximum connections waiting to be accepted, per port.</param>
/// <param name="Reserve">Keeps file descriptors from connections.</param>
/// <param name="Options">For listening and accepted sockets; includes the reserve.</param>
internal sealed record ListenSockets(
    int Backlog, FileDescriptorReserve Reserve, IReadOnlyList<Inet.SocketOption> Options)
{
    private static readonly TimeSpan WarningPeriod = TimeSpan.FromMinutes(1);

    /// <param name="settings">Has the ports, the backlog and the keep-alive times.</param>
    /// <param name="descriptors">The process's file descriptors.</param>
    /// <param name="clock">Throttles the warning.</param>
    /// <param name="warn">Logs a closed connection, at most once a minute.</param>
    public static ListenSockets Of(
        ServerSettings settings, FileDescriptorBudget descriptors, TimeProvider clock, Action<string> warn)
    {
        var throttle = new LogThrottle(WarningPeriod, clock);
        var reserve = new FileDescriptorReserve(descriptors.FirstReserved(), () =>
        {
            if (throttle.TryAcquire())
                warn("this process has hardly any descriptors left: whoever else comes is cut off for now");
        });
        return new ListenSockets(
            descriptors.Backlog(settings.Listen.Backlog, settings.Listen.Ports.Count),
            reserve,
            [new DualStack(), reserve, new KeepAlive(settings.Liveness)]);
    }
}
