using System.Net.WebSockets;
using Akka.Actor;
using Akka.IO;

namespace LanChat.Server.Web;

/// <summary>
/// A WebSocket that behaves as Akka.IO's actor for a TCP connection does, so that whoever serves one serves the other. What it brings
/// are lines: a message that does not end in one is given its end. Each write leaves as one message, which may hold several lines.
/// </summary>
internal sealed class WebSocketActor : UntypedActor
{
    private sealed record Came(ValueWebSocketReceiveResult Result);

    private sealed record Sent(IActorRef Writer, Tcp.Event Ack);

    private sealed record HandlerGone
    {
        public static readonly HandlerGone Instance = new();
    }

    private sealed record Finished
    {
        public static readonly Finished Instance = new();
    }

    // As much as a read of a TCP connection brings; a line may need many.
    private const int ReadSize = 8192;

    private static readonly TimeSpan PatienceWithHandler = TimeSpan.FromSeconds(5);

    private readonly WebSocket _socket;
    private readonly TaskCompletionSource _end;
    private readonly byte[] _read = new byte[ReadSize + 1];
    private IActorRef _handler = ActorRefs.Nobody;
    private bool _isWriting;
    private bool _isOver;

    /// <param name="socket">Open, and nobody else's from now on.</param>
    /// <param name="end">Told when the socket is needed no more.</param>
    public static Props Props(WebSocket socket, TaskCompletionSource end) => Akka.Actor.Props.Create(() => new WebSocketActor(socket, end));

    public WebSocketActor(WebSocket socket, TaskCompletionSource end) => (_socket, _end) = (socket, end);

    protected override void PreStart() => Context.SetReceiveTimeout(PatienceWithHandler);

    protected override void PostStop()
    {
        _socket.Abort();
        _end.TrySetResult();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Write write: Write(write); break;
            case Sent sent: Acknowledge(sent); break;
            case Tcp.ResumeReading: Read(); break;
            case Came came: Bring(came.Result); break;
            case Tcp.Register register: Register(register); break;
            case Tcp.ConfirmedClose: CloseOutput(); break;
            case Finished: if (_isOver) Stop(Tcp.ConfirmedClosed.Instance); break;
            case Tcp.Abort: Stop(Tcp.Aborted.Instance); break;
            case Status.Failure failure: Stop(new Tcp.ErrorClosed(failure.Cause.Message)); break;
            case HandlerGone or ReceiveTimeout: Context.Stop(Self); break;
            default: Unhandled(message); break;
        }
    }

    private void Register(Tcp.Register register)
    {
        Context.SetReceiveTimeout(null);
        _handler = register.Handler;
        Context.WatchWith(_handler, HandlerGone.Instance);
    }

    private void Read() => _socket.ReceiveAsync(_read.AsMemory(0, ReadSize), CancellationToken.None).AsTask()
        .PipeTo(Self, success: result => new Came(result));

    private void Bring(ValueWebSocketReceiveResult result)
    {
        if (result.MessageType == WebSocketMessageType.Close)
        {
            _isOver = true;
            if (_socket.State == WebSocketState.Closed) Stop(Tcp.ConfirmedClosed.Instance);
            else _handler.Tell(Tcp.PeerClosed.Instance);
            return;
        }

        var count = result.Count;
        if (count == 0 && !result.EndOfMessage)
        {
            Read();
            return;
        }

        if (result.EndOfMessage && (count == 0 || _read[count - 1] != '\n')) _read[count++] = (byte)'\n';
        _handler.Tell(new Tcp.Received(ByteString.CopyFrom(_read, 0, count)));
    }

    /// <summary>Takes one write at a time; its writer waits for the acknowledgement.</summary>
    private void Write(Tcp.Write write)
    {
        if (_isWriting || _socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            Sender.Tell(write.FailureMessage);
            return;
        }

        _isWriting = true;
        var sent = new Sent(Sender, write.Ack);
        _socket.SendAsync(write.Data.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None)
            .PipeTo(Self, success: () => sent);
    }

    private void Acknowledge(Sent sent)
    {
        _isWriting = false;
        if (sent.Ack is not Tcp.NoAck) sent.Writer.Tell(sent.Ack);
    }

    /// <summary>Ends this side; the other one's end is what a read will bring, if it has not come already.</summary>
    private void CloseOutput() => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None)
        .PipeTo(Self, success: () => Finished.Instance);

    private void Stop(Tcp.ConnectionClosed why)
    {
        _handler.Tell(why);
        Context.Stop(Self);
    }
}
