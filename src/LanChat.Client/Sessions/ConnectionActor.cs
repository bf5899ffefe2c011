using System.Net;
using Akka.Actor;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;
using Tcp = Akka.IO.Tcp;

namespace LanChat.Client.Sessions;

/// <summary>
/// Owns one attempt at a TCP connection, and the connection: looks the host up, tries its addresses
/// in turn, reads frames and writes bytes. What goes wrong is told once, and the actor stops; it is
/// never restarted.
/// </summary>
internal sealed class ConnectionActor : UntypedActor, IWithTimers
{
    private sealed record Resolved(IPAddress[] Addresses);

    private sealed record Unresolved;

    private sealed record TookTooLong
    {
        public static readonly TookTooLong Instance = new();
    }

    private sealed record Gone
    {
        public static readonly Gone Instance = new();
    }

    private sealed class Acknowledged : Tcp.Event
    {
        public static readonly Acknowledged Instance = new();
    }

    private static readonly TimeSpan PatienceWithNames = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceWithAddresses = TimeSpan.FromSeconds(5);

    private readonly ServerAddress _server;
    private readonly Func<string, Task<IPAddress[]>> _resolve;
    private readonly IActorRef _tcp;
    private readonly IActorRef _session;
    private readonly LineCutter _lines;
    private readonly Queue<IPAddress> _untried = new();
    private IActorRef? _connection;

    public ConnectionActor(
        ServerAddress server, int longestFrame, Func<string, Task<IPAddress[]>> resolve, IActorRef tcp,
        IActorRef session) =>
        (_server, _lines, _resolve, _tcp, _session) = (server, new LineCutter(longestFrame), resolve, tcp, session);

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="server">Where to.</param>
    /// <param name="longestFrame">The most bytes of one frame from the server.</param>
    /// <param name="resolve">Finds the addresses of a host, the best first.</param>
    /// <param name="tcp">Akka.IO's Tcp manager.</param>
    /// <param name="session">Who is told.</param>
    public static Props Props(
        ServerAddress server, int longestFrame, Func<string, Task<IPAddress[]>> resolve, IActorRef tcp,
        IActorRef session) =>
        Akka.Actor.Props.Create(() => new ConnectionActor(server, longestFrame, resolve, tcp, session));

    protected override void PreStart()
    {
        Timers.StartSingleTimer(TookTooLong.Instance, TookTooLong.Instance, PatienceWithNames);
        _resolve(_server.Host).PipeTo(Self, success: found => new Resolved(found), failure: _ => new Unresolved());
    }

    // Akka.IO does not notice the end of a handler that asked for the connection itself.
    protected override void PostStop() => _connection?.Tell(Tcp.Abort.Instance);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Received received: Read(received.Data.ToArray()); break;
            case ConnectionProtocol.Continue: _connection?.Tell(Tcp.ResumeReading.Instance); break;
            case ConnectionProtocol.Write write: Write(write.Bytes); break;
            case Acknowledged: _session.Tell(ConnectionProtocol.Written.Instance); break;
            case Resolved resolved: Try(resolved.Addresses); break;
            case Unresolved: Fail(ConnectionTexts.NoSuchHost(_server.Host)); break;
            case TookTooLong: Fail(ConnectionTexts.LookUpTimedOut(_server.Host)); break;
            case Tcp.CommandFailed { Cmd: Tcp.Connect }: TryNext(); break;
            case Tcp.Connected connected: Open((IPEndPoint)connected.RemoteAddress); break;
            case ConnectionProtocol.Close: _connection?.Tell(Tcp.Close.Instance); break;
            case Tcp.ConnectionClosed or Tcp.CommandFailed or Gone: Fail(ConnectionTexts.Lost); break;
            default: Unhandled(message); break;
        }
    }

    private void Try(IPAddress[] addresses)
    {
        Timers.Cancel(TookTooLong.Instance);
        foreach (var address in addresses) _untried.Enqueue(address);
        TryNext();
    }

    private void TryNext()
    {
        if (!_untried.TryDequeue(out var address))
        {
            Fail(ConnectionTexts.NobodyAnswers($"{_server}"));
            return;
        }

        var endPoint = new IPEndPoint(address, _server.Port);
        _tcp.Tell(
            new Tcp.Connect(endPoint, options: [new KeepAlive()], timeout: PatienceWithAddresses, pullMode: true));
    }

    private void Open(IPEndPoint server)
    {
        _connection = Context.WatchWith(Sender, Gone.Instance);
        _connection.Tell(new Tcp.Register(Self));
        _connection.Tell(Tcp.ResumeReading.Instance);
        _session.Tell(new ConnectionProtocol.Opened(PeerAddress.Of(server).Ip));
    }

    private void Write(byte[] bytes) =>
        _connection?.Tell(Tcp.Write.Create(ByteString.FromBytes(bytes), Acknowledged.Instance));

    private void Read(byte[] bytes)
    {
        var events = new List<RoomEvent>();
        foreach (var line in _lines.Add(bytes))
        {
            if (line.TooLong)
            {
                Fail(ConnectionTexts.TooMuchAtOnce);
                return;
            }

            if (RichFrame.TryRead(line.Bytes, out var said)) events.Add(said);
        }

        _session.Tell(new ConnectionProtocol.Arrived(events));
    }

    private void Fail(string why)
    {
        _session.Tell(new ConnectionProtocol.Failed(why));
        Context.Stop(Self);
    }
}
