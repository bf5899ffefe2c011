using LanChat.Client.Doctor.Facts;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>
/// Checks for client isolation by the access point. It can only be inferred, not observed, from one
/// client.
/// </summary>
internal static class IsolationCheck
{
    private static string[] Advice => [DoctorNetworkTexts.LookForIsolation, DoctorNetworkTexts.ByCable];

    /// <param name="networks">The local networks.</param>
    /// <param name="received">The received datagrams; null if the port could not be opened.</param>
    /// <param name="arpTable">The ARP table.</param>
    public static Finding? Of(
        IReadOnlyList<LocalNetwork> networks,
        DiscoveryResult? received,
        IReadOnlyList<ArpEntry> arpTable)
    {
        if (networks.Count == 0 || received is null || received.HasLostEcho) return null;
        if (received.ReceivesOthers) return Finding.Ok(DoctorNetworkTexts.OthersHeard);

        var others = arpTable.Where(each => !each.IsGateway).ToList();
        if (others.Any(each => each.Answers)) return Finding.Ok(DoctorNetworkTexts.OthersAnswer);
        if (arpTable.Any(each => each is { IsGateway: true, Answers: false }))
            return Finding.Warning(DoctorNetworkTexts.RouterSilent, DoctorTexts.LookAtTheCable);
        if (others.Count > 0) return Finding.Warning(DoctorNetworkTexts.KeptApart, Advice);
        return networks.Any(network => network.IsWireless)
            ? Finding.Warning(DoctorNetworkTexts.MaybeKeptApart, Advice)
            : Finding.Ok(DoctorNetworkTexts.NotKeptApart);
    }
}
