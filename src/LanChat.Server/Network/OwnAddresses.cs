using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using LanChat.Protocol;

namespace LanChat.Server.Network;

/// <summary>The IPv4 addresses this computer can be reached at.</summary>
internal static partial class OwnAddresses
{
    // Of a network that nobody is in (RFC 5737): nothing is sent there, the system is only asked how it would.
    private static readonly IPEndPoint Elsewhere = new(IPAddress.Parse("192.0.2.1"), 9);

    /// <summary>
    /// Every address of an interface that is up, with its prefix, by how likely others reach this computer by it: first the one of the default
    /// route; behind all others those that every computer makes for itself, then those of networks inside of this one, and loopback.
    /// </summary>
    public static IReadOnlyList<InterfaceAddress> All()
    {
        var usual = OfDefaultRoute();
        return
        [
            .. Interfaces()
                .Where(network => network.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
                .SelectMany(network => AddressesOf(network).Select(own => (Own: own, Rank: RankOf(network.Name, own.Address, usual))))
                .OrderBy(found => found.Rank)
                .Select(found => found.Own),
        ];
    }

    /// <summary>How unlikely others reach this computer by an address.</summary>
    /// <param name="network">The name of its interface.</param>
    /// <param name="address">The address.</param>
    /// <param name="usual">The address of the default route, if there is one.</param>
    internal static int RankOf(string network, IPAddress address, IPAddress? usual) =>
        IPAddress.IsLoopback(address) ? 4
        : address.Equals(usual) ? 0
        : InnerNetwork().IsMatch(network) ? 3
        : IsLinkLocal(address) ? 2
        : 1;

    /// <summary>The address by which this computer reaches others that are in none of its networks.</summary>
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
            // There is no such route.
            return null;
        }
    }

    private static bool IsLinkLocal(IPAddress address) => address.GetAddressBytes() is [169, 254, _, _];

    // Bridges and ends of containers and virtual machines: Docker, Podman, Kubernetes, LXD, libvirt, VirtualBox, VMware, Hyper-V.
    [GeneratedRegex("^(docker|br-[0-9a-f]{12}$|podman|cni|flannel|cali|cilium|kube|lxcbr|lxdbr|incusbr|virbr|vboxnet|vmnet|vEthernet)")]
    private static partial Regex InnerNetwork();

    /// <summary>The address to name for what listens at <paramref name="endPoint"/>: its own, or for "any" this computer's first.</summary>
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
            // The latter where the process may open no more files.
            return [];
        }
    }

    // An interface may vanish while it is asked, and the system's files that tell of it may be closed to us.
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
