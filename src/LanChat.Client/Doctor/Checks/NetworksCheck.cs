using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Is there a network, and one that everybody can be reached in at once?</summary>
internal static class NetworksCheck
{
    public static IReadOnlyList<Finding> Of(IReadOnlyList<LocalNetwork> networks) => networks.Count == 0
        ? [Finding.Problem("No network is up with an IPv4 address, and rooms are announced by IPv4.", "Plug in the cable, or join the Wi-Fi.")]
        : [.. networks.Select(Of)];

    private static Finding Of(LocalNetwork network)
    {
        var place = $"{network.Interface} has the address {network.Address}";
        if (network.IsSelfGiven)
        {
            return Finding.Warning(
                $"{place}, which it gave itself: no router gave it any, and devices that have one from the router don't hear it.",
                "Look at the cable or the Wi-Fi, and whether the router gives out addresses (DHCP).");
        }

        return network.Broadcast is { } broadcast
            ? Finding.Ok($"{place}; {broadcast} reaches everybody there.")
            : Finding.Ok($"{place}, on a link that reaches nobody but its other end (such as a VPN): no room is announced there.");
    }
}
