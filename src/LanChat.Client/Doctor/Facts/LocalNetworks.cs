using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace LanChat.Client.Doctor.Facts;

/// <summary>Asks the system for the networks this computer is in.</summary>
internal static class LocalNetworks
{
    /// <summary>Those of interfaces that are up, without loopback.</summary>
    public static IReadOnlyList<LocalNetwork> All()
    {
        try
        {
            return
            [
                .. NetworkInterface.GetAllNetworkInterfaces()
                    .Where(each => each.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
                    .SelectMany(Of)
                    .Where(network => !IPAddress.IsLoopback(network.Address)),
            ];
        }
        catch (Exception unknown) when (unknown is NetworkInformationException or IOException or UnauthorizedAccessException)
        {
            return []; // An interface may vanish while it is asked, and the system's files that tell of it may be closed to us.
        }
    }

    private static IEnumerable<LocalNetwork> Of(NetworkInterface each) => each.GetIPProperties().UnicastAddresses
        .Where(own => own.Address.AddressFamily == AddressFamily.InterNetwork)
        .Select(own => new LocalNetwork(each.Name, own.Address, own.PrefixLength, IsWireless(each)));

    // Linux calls wireless interfaces Ethernet, but has a directory that only they have.
    private static bool IsWireless(NetworkInterface each) =>
        each.NetworkInterfaceType == NetworkInterfaceType.Wireless80211 || Directory.Exists($"/sys/class/net/{each.Name}/wireless");
}
