using LanChat.Client.Doctor.Facts;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Checks for a network with a usable address and broadcast.</summary>
internal static class NetworksCheck
{
    public static IReadOnlyList<Finding> Of(IReadOnlyList<LocalNetwork> networks) => networks.Count == 0
        ? [Finding.Problem(DoctorTexts.NoNetwork, DoctorTexts.JoinANetwork)]
        : [.. networks.Select(Of)];

    private static Finding Of(LocalNetwork network)
    {
        var (name, address) = (network.Interface, $"{network.Address}");
        if (network.IsLinkLocal)
            return Finding.Warning(DoctorTexts.SelfGivenAddress(name, address), DoctorTexts.LookAtDhcp);
        return Finding.Ok(network.Broadcast is { } broadcast
            ? DoctorTexts.AddressAndBroadcast(name, address, $"{broadcast}")
            : DoctorTexts.AddressWithoutBroadcast(name, address));
    }
}
