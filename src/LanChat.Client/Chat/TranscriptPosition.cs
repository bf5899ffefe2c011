using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// Last message of the transcript, so that the history sent after a reconnect repeats nothing.
/// Message ids decide; if the server sends no log id, its time does too, because an older server
/// may count from 1 again.
/// </summary>
internal sealed class TranscriptPosition
{
    private string? _log;
    private DateTime _time;

    /// <summary>Id of the last message; 0 for none.</summary>
    public long Id { get; private set; }

    /// <summary>Sets the log id of the joined room; null if the server sends none.</summary>
    /// <returns>Whether the history was replaced by another one.</returns>
    public bool SetLog(string? log)
    {
        var isReplaced = _log is not null && log is not null && _log != log;
        _log = log ?? _log;
        if (isReplaced) (Id, _time) = (0, default);
        return isReplaced;
    }

    /// <summary>Advances to this message; false if it was shown before.</summary>
    public bool TryAdvance(ChatMessage message)
    {
        if (message.Id > 0 && message.Id <= Id && (_log is not null || message.Time <= _time)) return false;
        if (message.Id > 0) (Id, _time) = (message.Id, message.Time);
        return true;
    }
}
