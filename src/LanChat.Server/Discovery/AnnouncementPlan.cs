using System.Net;
using System.Net.Sockets;
using LanChat.Server.Network;

namespace LanChat.Server.Discovery;

/// <summary>A target of announcements.</summary>
/// <param name="Address">The address the datagram is sent to.</param>
/// <param name="Own">The room's address in the datagram, and the datagram's source.</param>
internal sealed record AnnouncementTarget(IPAddress Address, IPAddress Own);

/// <summary>
/// Chooses the targets of announcements. Never announces an address other computers cannot use:
/// 0.0.0.0 not at all, loopback only for a loopback target or a loopback listener.
/// </summary>
internal static class AnnouncementPlan
{
    public static IReadOnlyList<AnnouncementTarget> For(
        IPAddress listenAddress, IReadOnlyList<IPAddress> targets, IReadOnlyList<InterfaceAddress> own)
    {
        var reachable = Reachable(listenAddress, own);
        return targets.Count > 0
            ? [.. targets.Select(target => To(target, reachable)).OfType<AnnouncementTarget>().Distinct()]
            : [.. reachable
                .Where(address => IPAddress.IsLoopback(listenAddress) || !IPAddress.IsLoopback(address.Address))
                .Select(ToNetworkOf)
                .OfType<AnnouncementTarget>()
                .DistinctBy(target => target.Address)];
    }

    /// <summary>The IPv4 addresses of a listener at <paramref name="listenAddress"/>.</summary>
    private static IReadOnlyList<InterfaceAddress> Reachable(
        IPAddress listenAddress, IReadOnlyList<InterfaceAddress> own)
    {
        if (OwnAddresses.IsAny(listenAddress)) return own;
        var isIpv4 = listenAddress.AddressFamily == AddressFamily.InterNetwork;
        return isIpv4 && IPAddress.IsLoopback(listenAddress)
            ? [new(listenAddress, 8)]
            : [.. own.Where(address => address.Address.Equals(listenAddress))];
    }

    private static AnnouncementTarget? ToNetworkOf(InterfaceAddress address) =>
        address.Broadcast is { } target ? new AnnouncementTarget(target, address.Address) : null;

    private static AnnouncementTarget? To(IPAddress target, IReadOnlyList<InterfaceAddress> reachable)
    {
        var own = reachable.FirstOrDefault(address => address.Reaches(target))
            ?? reachable.FirstOrDefault(address => !IPAddress.IsLoopback(address.Address));
        return own is null ? null : new AnnouncementTarget(target, own.Address);
    }
}
