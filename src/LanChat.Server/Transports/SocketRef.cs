using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.IO;
using Microsoft.AspNetCore.Connections;

namespace LanChat.Server.Transports;

/// <summary>
/// Adapts a Kestrel connection to the message protocol of Akka.IO's connection actors. It is an
/// actor reference without a mailbox: the sender's thread handles each message, which saves a
/// dispatch per delivery. Expects one handler, and one read and one write at a time.
/// </summary>
internal sealed class SocketRef : MinimalActorRef
{
    private readonly SocketConnection _connection;
    private readonly PipeReader _input;
    private readonly IConnectionOutput _output;
    private readonly Lock _changing = new();
    private readonly List<IInternalActorRef> _watchers = new(1);
    private readonly TaskCompletionSource _registered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IActorRef _handler = ActorRefs.Nobody;
    private Tcp.Write? _write;
    private IActorRef _writer = ActorRefs.Nobody;
    private bool _isReading;
    private bool _isOutputOver;
    private bool _isInputOver;
    private bool _isOver;

    /// <param name="system">The actor system of the handler.</param>
    /// <param name="connection">The open connection, owned by this object.</param>
    public SocketRef(ActorSystem system, SocketConnection connection)
    {
        (_connection, _input, _output) = (connection, connection.Transport.Input, connection.OutputFor(OutputChanged));
        Provider = ((ExtendedActorSystem)system).Provider;
        Path = Provider.TempPath();
    }

    public override ActorPath Path { get; }

    public override IActorRefProvider Provider { get; }

    /// <summary>Completes when a handler has registered.</summary>
    public Task Registered => _registered.Task;

    /// <summary>Completes when the connection has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Handles death watch: of this connection, and of its handler.</summary>
    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Watch watch: AddWatcher(watch.Watcher); break;
            case Unwatch unwatch: RemoveWatcher(unwatch.Watcher); break;
            case DeathWatchNotification: Abort(); break;
        }
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        switch (message)
        {
            case Tcp.Write write: Write(write, sender); break;
            case Tcp.ResumeReading: Read(); break;
            case Tcp.Register register: Register(register.Handler); break;
            case Tcp.ConfirmedClose: _output.End(); break;
            case Tcp.Abort: Abort(); break;
            default: Provider.DeadLetters.Tell(message, sender); break;
        }
    }

    private void Register(IActorRef handler)
    {
        _handler = handler;
        ((IInternalActorRef)handler).SendSystemMessage(new Watch((IInternalActorRef)handler, this));
        _registered.TrySetResult();
    }

    private void Read()
    {
        if (_isReading || _isInputOver) return;
        _isReading = true;
        _ = ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            var result = await _input.ReadAsync();
            var data = result.Buffer.ToArray();
            _input.AdvanceTo(result.Buffer.End);
            _isReading = false;
            if (data.Length > 0) _handler.Tell(new Tcp.Received(ByteString.FromBytes(data)), this);
            else if (result.IsCompleted) InputIsOver();
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            Break(broken);
        }
    }

    private void Write(Tcp.Write write, IActorRef writer)
    {
        if (_write is not null || _isOutputOver || _isOver)
        {
            writer.Tell(write.FailureMessage, this);
            return;
        }

        (_write, _writer) = (write, writer);
        try
        {
            if (_output.Write(write.Data)) Acknowledge();
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            Break(broken);
        }
    }

    /// <summary>The output has space for the next write, is shut down, or has failed.</summary>
    private void OutputChanged(Exception? failure)
    {
        if (failure is not null) Break(failure);
        else if (_write is not null) Acknowledge();
        else OutputIsOver();
    }

    private void Acknowledge()
    {
        var (ack, writer) = (_write!.Ack, _writer);
        _write = null;
        if (ack is not Tcp.NoAck) writer.Tell(ack, this);
    }

    private void OutputIsOver()
    {
        bool isBoth;
        lock (_changing) (_isOutputOver, isBoth) = (true, _isInputOver);
        if (isBoth) Stop(Tcp.ConfirmedClosed.Instance);
    }

    private void InputIsOver()
    {
        bool isBoth;
        lock (_changing) (_isInputOver, isBoth) = (true, _isOutputOver);
        if (isBoth) Stop(Tcp.ConfirmedClosed.Instance);
        else _handler.Tell(Tcp.PeerClosed.Instance, this);
    }

    private void Abort() => Stop(Tcp.Aborted.Instance, isReset: true);

    private void Break(Exception? why) => Stop(new Tcp.ErrorClosed(why?.Message ?? ""), isReset: true);

    private void Stop(Tcp.ConnectionClosed why, bool isReset = false)
    {
        IInternalActorRef[] watchers;
        lock (_changing)
        {
            if (_isOver) return;
            _isOver = true;
            watchers = [.. _watchers];
        }

        // Reset after _isOver is set: the read that fails because of it must not report an error.
        if (isReset) _connection.Abort(new ConnectionAbortedException());
        _handler.Tell(why, this);
        foreach (var watcher in watchers) TellOfEnd(watcher);
        if (_handler is IInternalActorRef handler) handler.SendSystemMessage(new Unwatch(handler, this));
        _registered.TrySetResult();
        _ended.TrySetResult();
    }

    private void AddWatcher(IInternalActorRef watcher)
    {
        lock (_changing)
        {
            if (!_isOver)
            {
                if (!_watchers.Contains(watcher)) _watchers.Add(watcher);
                return;
            }
        }

        TellOfEnd(watcher);
    }

    private void RemoveWatcher(IInternalActorRef watcher)
    {
        lock (_changing) _watchers.Remove(watcher);
    }

    private void TellOfEnd(IInternalActorRef watcher) =>
        watcher.SendSystemMessage(new DeathWatchNotification(this, existenceConfirmed: true, addressTerminated: false));

    /// <summary>
    /// Whether the exception means a broken connection. A pipe whose other end is gone throws that
    /// end's exception or <see cref="InvalidOperationException"/>.
    /// </summary>
    internal static bool IsBroken(Exception failure) =>
        failure is IOException or SocketException or ObjectDisposedException or OperationCanceledException
            or InvalidOperationException;
}
