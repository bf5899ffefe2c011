using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Settings;

namespace LanChat.Discovery;

/// <summary>
/// Owns the UDP port that rooms are announced on and the list of those that were heard of lately.
/// </summary>
public sealed class DiscoveryActor : UntypedActor, IWithTimers
{
    private sealed record BindAgain
    {
        public static readonly BindAgain Instance = new();
    }

    private sealed record Gone
    {
        public static readonly Gone Instance = new();
    }

    private sealed record Overdue(PeerAddress Address, TimeSpan Silence);

    private sealed record Silent(PeerAddress Address);

    public const double IntervalsUntilOverdue = 1.5;
    public const int IntervalsOfSilence = 3;
    public static readonly TimeSpan CountingInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly DiscoverySettings _settings;
    private readonly IActorRef _udp;
    private readonly IActorRef _listener;
    private readonly RoomList _list;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private IActorRef? _socket;
    private bool _deaf;

    public DiscoveryActor(DiscoverySettings settings, int mostRooms, IActorRef udp, IActorRef listener) =>
        (_settings, _list, _udp, _listener) = (settings, new RoomList(mostRooms), udp, listener);

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="settings">Where and how often rooms are announced.</param>
    /// <param name="mostRooms">How many rooms are listed.</param>
    /// <param name="udp">Akka.IO's Udp manager.</param>
    /// <param name="listener">Who is told: see <see cref="DiscoveryProtocol"/>.</param>
    public static Props Props(DiscoverySettings settings, int mostRooms, IActorRef udp, IActorRef listener) =>
        Akka.Actor.Props.Create(() => new DiscoveryActor(settings, mostRooms, udp, listener));

    protected override void PreStart() => Bind();

    protected override void PostStop() => _socket?.Tell(Udp.Unbind.Instance);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Udp.Received received: Hear(received); break;
            case Overdue overdue: Miss(overdue); break;
            case Silent silent: Forget(silent.Address); break;
            case Udp.CommandFailed or Gone: Retry(); break;
            case Udp.Bound bound: Listen(bound.LocalAddress); break;
            case BindAgain: Bind(); break;
            default: Unhandled(message); break;
        }
    }

    /// <summary>
    /// With its address shared, so that other clients and a server on this machine hear the same.
    /// </summary>
    private void Bind() =>
        _udp.Tell(new Udp.Bind(
            Self, new IPEndPoint(IPAddress.Any, _settings.Port), options: [new Inet.SO.ReuseAddress(true)]));

    /// <summary>
    /// A socket that could not be bound may still say that it is, without an address, and be gone.
    /// </summary>
    private void Listen(EndPoint? address)
    {
        if (address is null) return;
        _socket = Context.WatchWith(Sender, Gone.Instance);
        _deaf = false;
        Timers.Cancel(BindAgain.Instance);
        Report(true);
    }

    private void Retry()
    {
        _log.Info("UDP port {0} cannot be listened on", _settings.Port);
        if (!_deaf) _listener.Tell(new DiscoveryProtocol.Deaf(_settings.Port));
        _deaf = true;
        Timers.StartSingleTimer(BindAgain.Instance, BindAgain.Instance, PauseAfterFailure);
    }

    private void Hear(Udp.Received received)
    {
        var source = ((IPEndPoint)received.Sender).Address;
        if (!Announcement.TryRead(received.Data.ToArray(), source, out var announcement)
            || !_list.IsBelievable(announcement, source)) return;
        var changed = _list.Hear(announcement, source);
        if (_list.IsListed(announcement.Address)) ExpectAgain(announcement.Address);
        Report(changed);
    }

    private void ExpectAgain(PeerAddress address)
    {
        ExpectBefore(address, _settings.Interval * IntervalsUntilOverdue, _settings.Interval * IntervalsUntilOverdue);
        Timers.StartSingleTimer(new Silent(address), new Silent(address), _settings.Interval * IntervalsOfSilence);
    }

    private void ExpectBefore(PeerAddress address, TimeSpan wait, TimeSpan silence) =>
        Timers.StartSingleTimer(address, new Overdue(address, silence), wait);

    /// <summary>
    /// From now on its silence is counted, so that one can see whether it may come back.
    /// </summary>
    private void Miss(Overdue overdue)
    {
        Report(_list.Fade(overdue.Address, overdue.Silence));
        ExpectBefore(overdue.Address, CountingInterval, overdue.Silence + CountingInterval);
    }

    private void Forget(PeerAddress address)
    {
        Timers.Cancel(address);
        Report(_list.Drop(address));
    }

    private void Report(bool changed)
    {
        if (changed) _listener.Tell(new DiscoveryProtocol.RoomsChanged(_list.Rooms));
    }
}
