using Akka.Actor;
using LanChat.Discovery;
using LanChat.Settings;

namespace LanChat.Server.Discovery;

/// <summary>Knows the rooms that can be heard of here, this one among them, for whoever asks with <see cref="List"/>.</summary>
internal sealed class NeighboursActor : UntypedActor
{
    /// <summary>Which rooms are near? Answered with the list of <see cref="ListedRoom"/>.</summary>
    public sealed record List
    {
        public static readonly List Instance = new();
    }

    // More would fit on nobody's screen.
    private const int Most = 200;

    private readonly DiscoverySettings _settings;
    private readonly IActorRef _udp;
    private IReadOnlyList<ListedRoom> _rooms = [];

    public NeighboursActor(DiscoverySettings settings, IActorRef udp) => (_settings, _udp) = (settings, udp);

    /// <param name="settings">Where and how often rooms are announced.</param>
    /// <param name="udp">Akka.IO's Udp manager.</param>
    public static Props Props(DiscoverySettings settings, IActorRef udp) => Akka.Actor.Props.Create(() => new NeighboursActor(settings, udp));

    protected override void PreStart() => Context.ActorOf(DiscoveryActor.Props(_settings, Most, _udp, Self), "discovery");

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case List: Sender.Tell(_rooms); break;
            case DiscoveryProtocol.RoomsChanged changed: _rooms = changed.Rooms; break;
            case DiscoveryProtocol.Deaf: _rooms = []; break; // its log says so
            default: Unhandled(message); break;
        }
    }
}
