using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Does the access point keep its clients apart? That can't be seen from one of them, only seem so.</summary>
internal static class IsolationCheck
{
    private static readonly string[] Advice =
    [
        "Look in the access point's settings for \"client isolation\" or \"AP isolation\", and stay off its guest network.",
        "By cable, or in another Wi-Fi, it works.",
    ];

    /// <param name="networks">The networks this computer is in.</param>
    /// <param name="heard">What was heard; null when nobody could listen.</param>
    /// <param name="neighbours">The devices it had to do with lately.</param>
    public static Finding? Of(IReadOnlyList<LocalNetwork> networks, Heard? heard, IReadOnlyList<Neighbour> neighbours)
    {
        if (networks.Count == 0 || heard is null || heard.IsSomethingLost) return null;
        if (heard.HearsOthers) return Finding.Ok("Other devices are heard: nothing keeps them apart from this one.");

        var others = neighbours.Where(each => !each.IsGateway).ToList();
        if (others.Any(each => each.Answers)) return Finding.Ok("Other devices answer: nothing seems to keep them apart from this one.");
        if (neighbours.Any(each => each is { IsGateway: true, Answers: false }))
            return Finding.Warning("It seems that the way to the network is broken: not even the router answers.", "Look at the cable or the Wi-Fi.");
        if (others.Count > 0)
            return Finding.Warning("It seems that the devices here are kept apart: the router may answer, but none of the others that were asked for does.", Advice);
        return networks.Any(network => network.IsWireless)
            ? Finding.Warning("It seems possible that the access point keeps its clients apart: nobody but this computer was heard.", Advice)
            : Finding.Ok("Nothing seems to keep the devices here apart.");
    }
}
