using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace LanChat.Client.Doctor.Facts;

/// <summary>Lists the local networks.</summary>
internal static class LocalNetworks
{
    /// <summary>The networks of all interfaces that are up, without loopback.</summary>
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
        catch (Exception unknown)
            when (unknown is NetworkInformationException or IOException or UnauthorizedAccessException)
        {
            return []; // the interface vanished meanwhile, or the system denies access
        }
    }

    private static IEnumerable<LocalNetwork> Of(NetworkInterface each) => each.GetIPProperties().UnicastAddresses
        .Where(own => own.Address.AddressFamily == AddressFamily.InterNetwork)
        .Select(own => new LocalNetwork(each.Name, own.Address, own.PrefixLength, IsWireless(each)));

    // Linux reports wireless interfaces as Ethernet, but only they have this directory.
    private static bool IsWireless(NetworkInterface each) =>
        each.NetworkInterfaceType == NetworkInterfaceType.Wireless80211
        || Directory.Exists($"/sys/class/net/{each.Name}/wireless");
}
