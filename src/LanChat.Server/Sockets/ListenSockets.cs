using Akka.IO;
using LanChat.Server.Settings;

namespace LanChat.Server.Sockets;

/// <summary>What the sockets of every dialect have in common, whichever transport they belong to.</summary>
/// <param name="Backlog">How many connections may wait to be accepted at each port.</param>
/// <param name="Reserve">Keeps descriptors from them.</param>
/// <param name="Options">For the listening sockets and those of the connections; the reserve is one of them.</param>
internal sealed record ListenSockets(int Backlog, DescriptorReserve Reserve, IReadOnlyList<Inet.SocketOption> Options)
{
    private static readonly TimeSpan WarningPeriod = TimeSpan.FromMinutes(1);

    /// <param name="settings">Where is listened, and how long a silent peer is trusted.</param>
    /// <param name="descriptors">What the process has left, for the reserve.</param>
    /// <param name="clock">Paces the warning.</param>
    /// <param name="warn">Told when somebody is cut off, at most once a minute.</param>
    public static ListenSockets Of(
        ServerSettings settings, Descriptors descriptors, TimeProvider clock, Action<string> warn)
    {
        var pace = new LogPace(WarningPeriod, clock);
        var reserve = new DescriptorReserve(descriptors.FirstReserved(), () =>
        {
            if (pace.TryPass())
                warn("this process has hardly any descriptors left: whoever else comes is cut off for now");
        });
        return new ListenSockets(
            descriptors.Backlog(settings.Listen.Backlog, settings.Listen.Ports.Count),
            reserve,
            [new DualStack(), reserve, new KeepAlive(settings.Liveness)]);
    }
}
