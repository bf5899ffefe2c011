using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// Remembers how far the room's talk was shown, so that the history sent after a reconnection shows
/// nothing twice. The numbers of messages say that, whatever the room's clock does; those of an
/// older server, which does not say which history they belong to, may begin anew.
/// </summary>
internal sealed class Transcript
{
    private string? _log;
    private long _id;
    private DateTime _time;

    /// <summary>
    /// A room was entered whose numbers belong to this history; null where it does not say.
    /// </summary>
    /// <returns>Whether it is another one than that of what was shown.</returns>
    public bool Enter(string? log)
    {
        var isAnother = _log is not null && log is not null && _log != log;
        _log = log ?? _log;
        if (isAnother) (_id, _time) = (0, default);
        return isAnother;
    }

    /// <summary>Whether this message was not shown yet; it counts as shown from now on.</summary>
    public bool IsNew(ChatMessage message)
    {
        if (message.Id > 0 && message.Id <= _id && (_log is not null || message.Time <= _time)) return false;
        if (message.Id > 0) (_id, _time) = (message.Id, message.Time);
        return true;
    }
}
