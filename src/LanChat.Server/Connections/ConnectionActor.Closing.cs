using Akka.Actor;
using Akka.Event;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Broadcasts;
using LanChat.Server.Lookup;
using LanChat.Server.Metrics;
using LanChat.Server.Rooms;

namespace LanChat.Server.Connections;

/// <summary>How a connection ends: the client is told why, has some time to read it, and is not heard any more.</summary>
internal sealed partial class ConnectionActor
{
    // What somebody who is being closed may still send while they read the reason, in bytes.
    private const int MostDiscarded = 1024 * 1024;

    private bool _closing;
    private int _discarded;

    /// <summary>The last words are on their way; nothing that is said to the client or by it counts any more.</summary>
    private void Closing(object message)
    {
        switch (message)
        {
            case Written: Acknowledged(); break;
            case Tcp.Received received: Discard(received.Data); break;
            case Elapsed elapsed: TimeIsUp(elapsed); break;
            case Tcp.PeerClosed: break;
            case Tcp.ConnectionClosed or Tcp.CommandFailed or SocketGone: Context.Stop(Self); break;
            case Turn turn: turn.Receipts?.Add(); break;
            case LookupProtocol.Answer or RoomProtocol.Joined or RoomProtocol.JoinRejected or RoomProtocol.Left: break;
            case RoomProtocol.Dismissed or ConnectionProtocol.Dismiss: break;
            default: Unhandled(message); break;
        }
    }

    private void Refuse(Refusal reason)
    {
        Send(Encode(new RoomEvent.Refused(reason, Local, Now)));
        if (!reason.Closes) return;
        ServerMeter.Closed.Add(1, new KeyValuePair<string, object?>("reason", reason.Code));
        if (reason != Refusal.Closing) _log.Debug("closing {0}: {1}", _remote, reason.Code);
        Close();
    }

    /// <summary>
    /// Closes once all that waits is written. Meanwhile the client's own words are read and dropped: unread they would make the system
    /// reset the connection, and the reason would be lost with it.
    /// </summary>
    private void Close()
    {
        if (_closing) return;
        _closing = true;
        Become(Closing);
        Timers.Cancel(nameof(Elapsed.Ping));
        StartTimer(Elapsed.Farewell, _settings.Limits.Farewell);
        if (_asked is not null) _room.Tell(RoomProtocol.Leave.Instance);
        ReadOn();
        if (!_outbox.IsBusy) WriteNext();
    }

    private void Discard(ByteString data)
    {
        _discarded += data.Count;
        _owesRead = true;
        if (_discarded > MostDiscarded) _client.Socket.Tell(Tcp.Abort.Instance);
        else ReadOn();
    }
}
