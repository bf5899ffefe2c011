using System.Net;
using System.Net.Sockets;
using LanChat.Server.Network;

namespace LanChat.Server.Discovery;

/// <summary>Where a room is announced, and by which of this computer's addresses it is to be found there.</summary>
/// <param name="Target">Where the datagram goes.</param>
/// <param name="Own">The address it names.</param>
internal sealed record Broadcast(IPAddress Target, IPAddress Own);

/// <summary>
/// Decides on the broadcasts. An address nobody could use from elsewhere is never named: 0.0.0.0 not at all, loopback only where
/// loopback was asked for, by a target or by listening on nothing else.
/// </summary>
internal static class BroadcastPlan
{
    public static IReadOnlyList<Broadcast> For(IPAddress listenAddress, IReadOnlyList<IPAddress> targets, IReadOnlyList<InterfaceAddress> own)
    {
        var reachable = Reachable(listenAddress, own);
        return targets.Count > 0
            ? [.. targets.Select(target => To(target, reachable)).OfType<Broadcast>().Distinct()]
            : [.. reachable
                .Where(address => IPAddress.IsLoopback(listenAddress) || !IPAddress.IsLoopback(address.Address))
                .Select(ToNetworkOf)
                .OfType<Broadcast>()
                .DistinctBy(broadcast => broadcast.Target)];
    }

    /// <summary>The addresses at which what listens at <paramref name="listenAddress"/> can be reached by IPv4.</summary>
    private static IReadOnlyList<InterfaceAddress> Reachable(IPAddress listenAddress, IReadOnlyList<InterfaceAddress> own) =>
        OwnAddresses.IsAny(listenAddress) ? own
        : listenAddress is { AddressFamily: AddressFamily.InterNetwork } && IPAddress.IsLoopback(listenAddress) ? [new(listenAddress, 8)]
        : [.. own.Where(address => address.Address.Equals(listenAddress))];

    private static Broadcast? ToNetworkOf(InterfaceAddress address) =>
        address.Broadcast is { } target ? new Broadcast(target, address.Address) : null;

    private static Broadcast? To(IPAddress target, IReadOnlyList<InterfaceAddress> reachable)
    {
        var own = reachable.FirstOrDefault(address => address.Reaches(target))
            ?? reachable.FirstOrDefault(address => !IPAddress.IsLoopback(address.Address));
        return own is null ? null : new Broadcast(target, own.Address);
    }
}
