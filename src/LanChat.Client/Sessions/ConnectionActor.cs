using System.Net;
using Akka.Actor;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;
using Tcp = Akka.IO.Tcp;

namespace LanChat.Client.Sessions;

/// <summary>
/// Owns one TCP connection, from the attempt on: resolves the host, tries its addresses in turn,
/// reads frames and writes bytes. Reports a failure once and stops; it is never restarted.
/// </summary>
internal sealed class ConnectionActor : UntypedActor, IWithTimers
{
    private sealed record Resolved(IPAddress[] Addresses);

    private sealed record Unresolved;

    private sealed record ResolveTimedOut
    {
        public static readonly ResolveTimedOut Instance = new();
    }

    private sealed record ConnectionStopped
    {
        public static readonly ConnectionStopped Instance = new();
    }

    private sealed class WriteAcknowledged : Tcp.Event
    {
        public static readonly WriteAcknowledged Instance = new();
    }

    private static readonly TimeSpan ResolveTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly ServerAddress _server;
    private readonly Func<string, Task<IPAddress[]>> _resolve;
    private readonly IActorRef _tcp;
    private readonly IActorRef _session;
    private readonly LineSplitter _splitter;
    private readonly Queue<IPAddress> _candidates = new();
    private IActorRef? _connection;

    public ConnectionActor(
        ServerAddress server, int maxFrameBytes, Func<string, Task<IPAddress[]>> resolve, IActorRef tcp,
        IActorRef session) =>
        (_server, _splitter, _resolve, _tcp, _session) =
            (server, new LineSplitter(maxFrameBytes), resolve, tcp, session);

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="server">Address to connect to.</param>
    /// <param name="maxFrameBytes">Maximum length of a frame from the server.</param>
    /// <param name="resolve">Resolves a host to its addresses, best first.</param>
    /// <param name="tcp">Akka.IO's Tcp manager.</param>
    /// <param name="session">Receives <see cref="ConnectionProtocol.IEvent"/>s.</param>
    public static Props Props(
        ServerAddress server, int maxFrameBytes, Func<string, Task<IPAddress[]>> resolve, IActorRef tcp,
        IActorRef session) =>
        Akka.Actor.Props.Create(() => new ConnectionActor(server, maxFrameBytes, resolve, tcp, session));

    protected override void PreStart()
    {
        Timers.StartSingleTimer(ResolveTimedOut.Instance, ResolveTimedOut.Instance, ResolveTimeout);
        _resolve(_server.Host)
            .PipeTo(Self, success: addresses => new Resolved(addresses), failure: _ => new Unresolved());
    }

    // Akka.IO watches the registered handler only if it is not the actor that sent Connect.
    protected override void PostStop() => _connection?.Tell(Tcp.Abort.Instance);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Received received: HandleBytes(received.Data.ToArray()); break;
            case ConnectionProtocol.ResumeReading: _connection?.Tell(Tcp.ResumeReading.Instance); break;
            case ConnectionProtocol.Write write: Write(write.Bytes); break;
            case WriteAcknowledged: _session.Tell(ConnectionProtocol.Written.Instance); break;
            case Resolved resolved: ConnectTo(resolved.Addresses); break;
            case Unresolved: Fail(ConnectionTexts.NoSuchHost(_server.Host)); break;
            case ResolveTimedOut: Fail(ConnectionTexts.LookUpTimedOut(_server.Host)); break;
            case Tcp.CommandFailed { Cmd: Tcp.Connect }: ConnectNext(); break;
            case Tcp.Connected connected: HandleConnected((IPEndPoint)connected.RemoteAddress); break;
            case ConnectionProtocol.Close: _connection?.Tell(Tcp.Close.Instance); break;
            case Tcp.ConnectionClosed or Tcp.CommandFailed or ConnectionStopped: Fail(ConnectionTexts.Lost); break;
            default: Unhandled(message); break;
        }
    }

    private void ConnectTo(IPAddress[] addresses)
    {
        Timers.Cancel(ResolveTimedOut.Instance);
        foreach (var address in addresses) _candidates.Enqueue(address);
        ConnectNext();
    }

    private void ConnectNext()
    {
        if (!_candidates.TryDequeue(out var address))
        {
            Fail(ConnectionTexts.NobodyAnswers($"{_server}"));
            return;
        }

        var endPoint = new IPEndPoint(address, _server.Port);
        _tcp.Tell(
            new Tcp.Connect(endPoint, options: [new KeepAlive()], timeout: ConnectTimeout, pullMode: true));
    }

    private void HandleConnected(IPEndPoint server)
    {
        _connection = Context.WatchWith(Sender, ConnectionStopped.Instance);
        _connection.Tell(new Tcp.Register(Self));
        _connection.Tell(Tcp.ResumeReading.Instance);
        _session.Tell(new ConnectionProtocol.Opened(PeerAddress.Of(server).Ip));
    }

    private void Write(byte[] bytes) =>
        _connection?.Tell(Tcp.Write.Create(ByteString.FromBytes(bytes), WriteAcknowledged.Instance));

    private void HandleBytes(byte[] bytes)
    {
        var events = new List<RoomEvent>();
        foreach (var line in _splitter.Add(bytes))
        {
            if (line.TooLong)
            {
                Fail(ConnectionTexts.TooMuchAtOnce);
                return;
            }

            if (RichFrame.TryRead(line.Bytes, out var roomEvent)) events.Add(roomEvent);
        }

        _session.Tell(new ConnectionProtocol.Received(events));
    }

    private void Fail(string reason)
    {
        _session.Tell(new ConnectionProtocol.Failed(reason));
        Context.Stop(Self);
    }
}
