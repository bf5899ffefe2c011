using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Sessions;

/// <summary>The client's side of one connection, without actors: what to write next, and what of the room's words answers whom.</summary>
/// <param name="nick">The name to ask for.</param>
/// <param name="outbox">Outlives the connection.</param>
internal sealed class Conversation(Nick nick, Outbox outbox)
{
    private bool _greeted;
    private long? _ping;

    /// <summary>Set once the room let us in.</summary>
    public RoomEvent.Welcomed? Welcome { get; private set; }

    /// <summary>Set once the room said that it closes this connection.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>What is to be written now, empty when that is nothing: the greeting, then answers to pings before lines.</summary>
    public byte[] TakeForWriting(Action<Line, string> declined)
    {
        if (!_greeted)
        {
            _greeted = true;
            return RichRequest.Hello(nick.Text);
        }

        if (_ping is { } number)
        {
            _ping = null;
            return RichRequest.Pong(number);
        }

        return Welcome is null ? [] : outbox.TakeForWriting(Welcome.LongestLine, declined);
    }

    /// <summary>Takes what the room said; what is left is for the user.</summary>
    public SessionProtocol.Heard Hear(IReadOnlyList<RoomEvent> events)
    {
        var echoed = new List<Line>();
        return new SessionProtocol.Heard([.. events.Where(one => !IsForUsAlone(one, echoed))], echoed);
    }

    private bool IsForUsAlone(RoomEvent one, List<Line> echoed)
    {
        switch (one)
        {
            case RoomEvent.Pinged ping:
                _ping = ping.Number;
                return true;
            case RoomEvent.Refused { Reason.Closes: true } refused:
                Refused = refused.Reason;
                return true;
            case RoomEvent.Welcomed welcome:
                Welcome = welcome;
                return false;
            case RoomEvent.Spoken { Message: { Kind: MessageKind.Said } said } when said.From == Welcome?.You.Address:
                if (outbox.TakeEchoed() is { } line) echoed.Add(line);
                return false;
            default:
                return false;
        }
    }
}
