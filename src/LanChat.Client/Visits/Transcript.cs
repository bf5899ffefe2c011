using LanChat.Protocol;

namespace LanChat.Client.Visits;

/// <summary>Remembers how far the room's talk was shown, so that the history sent after a reconnection shows nothing twice.</summary>
internal sealed class Transcript
{
    private long _id;
    private DateTime _time;

    /// <summary>
    /// Whether this message was not shown yet; it counts as shown from now on. Numbers begin anew when the server does, its clock goes on.
    /// </summary>
    public bool IsNew(ChatMessage message)
    {
        if (message.Id <= _id && message.Time <= _time) return false;
        (_id, _time) = (message.Id, message.Time);
        return true;
    }
}
