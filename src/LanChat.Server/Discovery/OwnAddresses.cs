using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using LanChat.Protocol;

namespace LanChat.Server.Discovery;

/// <summary>The IPv4 addresses this computer can be reached at.</summary>
internal static class OwnAddresses
{
    /// <summary>Every address of an interface that is up, with its prefix; loopback last.</summary>
    public static IReadOnlyList<InterfaceAddress> All() =>
    [
        .. Interfaces()
            .Where(network => network.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
            .SelectMany(AddressesOf)
            .OrderBy(own => IPAddress.IsLoopback(own.Address)),
    ];

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
