using LanChat.Client.Doctor.Facts;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Does the access point keep its clients apart? That can't be seen from one of them, only seem so.</summary>
internal static class IsolationCheck
{
    private static string[] Advice => [DoctorNetworkTexts.LookForIsolation, DoctorNetworkTexts.ByCable];

    /// <param name="networks">The networks this computer is in.</param>
    /// <param name="heard">What was heard; null when nobody could listen.</param>
    /// <param name="neighbours">The devices it had to do with lately.</param>
    public static Finding? Of(IReadOnlyList<LocalNetwork> networks, Heard? heard, IReadOnlyList<Neighbour> neighbours)
    {
        if (networks.Count == 0 || heard is null || heard.IsSomethingLost) return null;
        if (heard.HearsOthers) return Finding.Ok(DoctorNetworkTexts.OthersHeard);

        var others = neighbours.Where(each => !each.IsGateway).ToList();
        if (others.Any(each => each.Answers)) return Finding.Ok(DoctorNetworkTexts.OthersAnswer);
        if (neighbours.Any(each => each is { IsGateway: true, Answers: false }))
            return Finding.Warning(DoctorNetworkTexts.RouterSilent, DoctorTexts.LookAtTheCable);
        if (others.Count > 0) return Finding.Warning(DoctorNetworkTexts.KeptApart, Advice);
        return networks.Any(network => network.IsWireless)
            ? Finding.Warning(DoctorNetworkTexts.MaybeKeptApart, Advice)
            : Finding.Ok(DoctorNetworkTexts.NotKeptApart);
    }
}
