using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using LanChat.Protocol;

namespace LanChat.Server.Network;

/// <summary>The IPv4 addresses of this computer.</summary>
internal static partial class OwnAddresses
{
    // A documentation address (RFC 5737). Connecting a UDP socket to it sends nothing and only
    // makes the system choose a route.
    private static readonly IPEndPoint Elsewhere = new(IPAddress.Parse("192.0.2.1"), 9);

    /// <summary>
    /// All addresses of interfaces that are up, most reachable first: the default route's, other
    /// networks', link-local ones, those of containers and virtual machines, loopback.
    /// </summary>
    public static IReadOnlyList<InterfaceAddress> All()
    {
        var usual = OfDefaultRoute();
        return
        [
            .. Interfaces()
                .Where(network => network.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
                .SelectMany(network => AddressesOf(network)
                    .Select(own => (Own: own, Rank: RankOf(network.Name, own.Address, usual))))
                .OrderBy(found => found.Rank)
                .Select(found => found.Own),
        ];
    }

    /// <summary>Ranks an address; 0 is the most reachable from other computers.</summary>
    /// <param name="network">The name of the interface.</param>
    /// <param name="address">The address.</param>
    /// <param name="usual">The address of the default route, if any.</param>
    internal static int RankOf(string network, IPAddress address, IPAddress? usual) =>
        IPAddress.IsLoopback(address) ? 4
        : address.Equals(usual) ? 0
        : InnerNetwork().IsMatch(network) ? 3
        : IsLinkLocal(address) ? 2
        : 1;

    /// <summary>The source address of the default route; null without one.</summary>
    private static IPAddress? OfDefaultRoute()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(Elsewhere);
            return ((IPEndPoint)socket.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static bool IsLinkLocal(IPAddress address) => address.GetAddressBytes() is [169, 254, _, _];

    // Interfaces of containers and virtual machines: Docker, Podman, Kubernetes, LXD, libvirt,
    // VirtualBox, VMware, Hyper-V.
    [GeneratedRegex(
        "^(docker|br-[0-9a-f]{12}$|podman|cni|flannel|cali|cilium|kube"
        + "|lxcbr|lxdbr|incusbr|virbr|vboxnet|vmnet|vEthernet)")]
    private static partial Regex InnerNetwork();

    /// <summary>
    /// The address to show for a listener at <paramref name="endPoint"/>: its own, or for "any" the
    /// first of this computer.
    /// </summary>
    public static PeerAddress Of(IPEndPoint endPoint)
    {
        if (!IsAny(endPoint.Address)) return PeerAddress.Of(endPoint);
        var first = All().FirstOrDefault()?.Address ?? IPAddress.Loopback;
        return new PeerAddress(first.ToString(), endPoint.Port);
    }

    public static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private static NetworkInterface[] Interfaces()
    {
        try
        {
            return NetworkInterface.GetAllNetworkInterfaces();
        }
        catch (Exception unknown) when (unknown is NetworkInformationException or IOException)
        {
            // IOException: the process has no file descriptor left.
            return [];
        }
    }

    // An interface may vanish meanwhile, and the process may lack the right to read its properties.
    private static IEnumerable<InterfaceAddress> AddressesOf(NetworkInterface network)
    {
        try
        {
            return
            [
                .. network.GetIPProperties().UnicastAddresses
                    .Where(own => own.Address.AddressFamily == AddressFamily.InterNetwork)
                    .Select(own => new InterfaceAddress(own.Address, own.PrefixLength)),
            ];
        }
        catch (Exception gone) when (gone is NetworkInformationException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
