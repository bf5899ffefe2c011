using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Who may open rooms on a server.</summary>
public enum OpeningPolicy
{
    /// <summary>Everybody.</summary>
    All,

    /// <summary>Whoever proved a device key.</summary>
    Named,

    /// <summary>Whoever has a role in the lobby.</summary>
    Trusted,

    /// <summary>The moderators of the lobby.</summary>
    Moderators,

    /// <summary>Only owners of the server.</summary>
    Off,
}

/// <summary>Applies an <see cref="OpeningPolicy"/>.</summary>
public static class OpeningPolicies
{
    /// <summary>Whether somebody may open a room.</summary>
    /// <param name="policy">The server's policy.</param>
    /// <param name="who">Who they are in the lobby.</param>
    public static bool Allows(this OpeningPolicy policy, Standing who) => policy switch
    {
        OpeningPolicy.All => true,
        OpeningPolicy.Named => who.IsNamed,
        OpeningPolicy.Trusted => who.Role >= Role.Trusted,
        OpeningPolicy.Moderators => who.Role >= Role.Moderator,
        _ => who.Role == Role.Owner,
    };
}
