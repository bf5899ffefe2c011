using System.Net.WebSockets;
using Akka.Actor;
using Akka.IO;

namespace LanChat.Server.Web;

/// <summary>
/// Owns a WebSocket and speaks the message protocol of Akka.IO's connection actors. Appends a line
/// end to each received message without one; sends each write as one message, which may hold
/// several lines.
/// </summary>
internal sealed class WebSocketActor : UntypedActor
{
    private sealed record Received(ValueWebSocketReceiveResult Result);

    private sealed record Sent(IActorRef Writer, Tcp.Event Ack);

    private sealed record HandlerGone
    {
        public static readonly HandlerGone Instance = new();
    }

    private sealed record Finished
    {
        public static readonly Finished Instance = new();
    }

    // The size of a TCP connection's reads; a line may need several.
    private const int ReadSize = 8192;

    private static readonly TimeSpan RegisterTimeout = TimeSpan.FromSeconds(5);

    private readonly WebSocket _socket;
    private readonly TaskCompletionSource _end;
    private readonly byte[] _read = new byte[ReadSize + 1];
    private IActorRef _handler = ActorRefs.Nobody;
    private bool _isWriting;
    private bool _isInputOver;

    /// <param name="socket">The open socket, owned by this actor.</param>
    /// <param name="end">Completed when the actor has stopped.</param>
    public static Props Props(WebSocket socket, TaskCompletionSource end) =>
        Akka.Actor.Props.Create(() => new WebSocketActor(socket, end));

    public WebSocketActor(WebSocket socket, TaskCompletionSource end) => (_socket, _end) = (socket, end);

    protected override void PreStart() => Context.SetReceiveTimeout(RegisterTimeout);

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
            case Received received: Handle(received.Result); break;
            case Tcp.Register register: Register(register); break;
            case Tcp.ConfirmedClose: CloseOutput(); break;
            case Finished when _isInputOver: Stop(Tcp.ConfirmedClosed.Instance); break;
            case Finished: break;
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
        .PipeTo(Self, success: result => new Received(result));

    private void Handle(ValueWebSocketReceiveResult result)
    {
        if (result.MessageType == WebSocketMessageType.Close)
        {
            _isInputOver = true;
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

    /// <summary>Sends a write; fails it if the last one is not acknowledged yet.</summary>
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

    /// <summary>Closes the sending side; a read reports when the client closes its own.</summary>
    private void CloseOutput() =>
        _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None)
            .PipeTo(Self, success: () => Finished.Instance);

    private void Stop(Tcp.ConnectionClosed why)
    {
        _handler.Tell(why);
        Context.Stop(Self);
    }
}
