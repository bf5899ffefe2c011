using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Settings;

namespace LanChat.Discovery;

/// <summary>
/// Owns the UDP socket that receives announcements and the directory of announced rooms. Removes a
/// room that is silent for <see cref="IntervalsUntilRemoved"/> announcement intervals.
/// </summary>
public sealed class DiscoveryActor : UntypedActor, IWithTimers
{
    private sealed record RetryBind
    {
        public static readonly RetryBind Instance = new();
    }

    private sealed record SocketGone
    {
        public static readonly SocketGone Instance = new();
    }

    private sealed record Overdue(PeerAddress Address, TimeSpan Silence);

    private sealed record Silent(PeerAddress Address);

    public const double IntervalsUntilOverdue = 1.5;
    public const int IntervalsUntilRemoved = 3;
    public static readonly TimeSpan SilenceTick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly DiscoverySettings _settings;
    private readonly IActorRef _udp;
    private readonly IActorRef _listener;
    private readonly RoomDirectory _rooms;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private IActorRef? _socket;
    private bool _isFailing;

    public DiscoveryActor(DiscoverySettings settings, int maxRooms, IActorRef udp, IActorRef listener) =>
        (_settings, _rooms, _udp, _listener) = (settings, new RoomDirectory(maxRooms), udp, listener);

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="settings">The port and the announcement interval.</param>
    /// <param name="maxRooms">The maximum number of addresses in the directory.</param>
    /// <param name="udp">Akka.IO's Udp manager.</param>
    /// <param name="listener">Receives the messages of <see cref="DiscoveryProtocol"/>.</param>
    public static Props Props(DiscoverySettings settings, int maxRooms, IActorRef udp, IActorRef listener) =>
        Akka.Actor.Props.Create(() => new DiscoveryActor(settings, maxRooms, udp, listener));

    protected override void PreStart() => Bind();

    protected override void PostStop() => _socket?.Tell(Udp.Unbind.Instance);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Udp.Received received: Receive(received); break;
            case Overdue overdue: MarkSilent(overdue); break;
            case Silent silent: Remove(silent.Address); break;
            case Udp.CommandFailed or SocketGone: Fail(); break;
            case Udp.Bound bound: BeginListening(bound.LocalAddress); break;
            case RetryBind: Bind(); break;
            default: Unhandled(message); break;
        }
    }

    /// <summary>
    /// Shares the address (SO_REUSEADDR), so that several clients and a server on one computer
    /// receive announcements.
    /// </summary>
    private void Bind() =>
        _udp.Tell(new Udp.Bind(
            Self, new IPEndPoint(IPAddress.Any, _settings.Port), options: [new Inet.SO.ReuseAddress(true)]));

    /// <summary>
    /// A failed bind may still be reported as bound, without an address, before the socket
    /// terminates.
    /// </summary>
    private void BeginListening(EndPoint? address)
    {
        if (address is null) return;
        _socket = Context.WatchWith(Sender, SocketGone.Instance);
        _isFailing = false;
        Timers.Cancel(RetryBind.Instance);
        Report(true);
    }

    private void Fail()
    {
        _log.Info("UDP port {0} cannot be listened on", _settings.Port);
        if (!_isFailing) _listener.Tell(new DiscoveryProtocol.ListenFailed(_settings.Port));
        _isFailing = true;
        Timers.StartSingleTimer(RetryBind.Instance, RetryBind.Instance, PauseAfterFailure);
    }

    private void Receive(Udp.Received received)
    {
        var source = ((IPEndPoint)received.Sender).Address;
        if (!Announcement.TryRead(received.Data.ToArray(), source, out var announcement)
            || !_rooms.IsTrusted(announcement, source)) return;
        var changed = _rooms.Update(announcement, source);
        if (_rooms.IsListed(announcement.Address)) RestartTimers(announcement.Address);
        Report(changed);
    }

    private void RestartTimers(PeerAddress address)
    {
        var overdue = _settings.Interval * IntervalsUntilOverdue;
        StartOverdueTimer(address, overdue, overdue);
        Timers.StartSingleTimer(new Silent(address), new Silent(address), _settings.Interval * IntervalsUntilRemoved);
    }

    private void StartOverdueTimer(PeerAddress address, TimeSpan wait, TimeSpan silence) =>
        Timers.StartSingleTimer(address, new Overdue(address, silence), wait);

    /// <summary>Reports the silence every <see cref="SilenceTick"/> from now on.</summary>
    private void MarkSilent(Overdue overdue)
    {
        Report(_rooms.MarkSilent(overdue.Address, overdue.Silence));
        StartOverdueTimer(overdue.Address, SilenceTick, overdue.Silence + SilenceTick);
    }

    private void Remove(PeerAddress address)
    {
        Timers.Cancel(address);
        Report(_rooms.Remove(address));
    }

    private void Report(bool changed)
    {
        if (changed) _listener.Tell(new DiscoveryProtocol.RoomsChanged(_rooms.Rooms));
    }
}
