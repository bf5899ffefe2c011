using LanChat.Protocol;

namespace LanChat.Server.Rooms;

/// <summary>What is said between a room and those who connect to it. Everything from a connection carries it as its sender.</summary>
internal static class RoomProtocol
{
    /// <summary>The room can be reached at this address from now on.</summary>
    public sealed record Open(PeerAddress Address);

    /// <summary>Let me in; answered with <see cref="Joined"/> or <see cref="JoinRejected"/>.</summary>
    public sealed record Join(Nick Nick, PeerAddress Address);

    /// <summary>You are in, by this name. Every <see cref="Turn"/> of the room follows.</summary>
    /// <param name="You">The name the room gave, which may differ from the one asked for.</param>
    /// <param name="Entrance">What the room shows a newcomer: history, notice, members; shared by all who enter in one turn.</param>
    public sealed record Joined(Member You, Turn Entrance);

    /// <summary>You can't come in.</summary>
    public sealed record JoinRejected(Refusal Reason);

    /// <summary>Say this to everyone. From somebody who is not in the room it is ignored.</summary>
    public sealed record Say(string Text);

    /// <summary>I go; answered with <see cref="Left"/> after the turn that holds the last of what I said.</summary>
    public sealed record Leave
    {
        public static readonly Leave Instance = new();
    }

    /// <summary>You are out: no turn follows.</summary>
    public sealed record Left
    {
        public static readonly Left Instance = new();
    }

    /// <summary>The notice is now this.</summary>
    public sealed record ChangeNotice(string Text);

    /// <summary>Say goodbye to everyone; the room lets nobody in any more.</summary>
    public sealed record Close;

    /// <summary>The room sends you away; it forgets you.</summary>
    public sealed record Dismissed(Refusal Reason);
}
