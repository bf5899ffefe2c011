using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// Lines of <c>tail</c>: each message once, across reconnects, without the join of <c>tail</c>
/// itself.
/// </summary>
/// <param name="history">Number of history messages to print.</param>
/// <param name="format">Formats a message as a line with its line break.</param>
/// <param name="report">Called with a sentence about missing messages.</param>
internal sealed class TailLines(int history, Func<RoomEvent, string> format, Action<string> report)
{
    private readonly TranscriptPosition _position = new();
    private PeerAddress? _me;
    private int? _zone;
    private bool _hasHistory;

    public IEnumerable<string> Of(RoomEvent roomEvent)
    {
        switch (roomEvent)
        {
            case Welcomed welcome:
                (_me, _zone) = (welcome.You.Address, welcome.Zone);
                if (_position.SetLog(welcome.Log)) report(ScriptRunTexts.NewHistory);
                return [];
            case RoomEvent.Missed missed:
                if (_hasHistory) report(ScriptRunTexts.Missed(missed.Count));
                return [];
            case RoomEvent.HistoryShown shown:
                return FilterHistory([.. shown.Messages.Where(_position.TryAdvance)]).Select(Format);
            case RoomEvent.Spoken spoken:
                return _position.TryAdvance(spoken.Message) && !IsOwnJoin(spoken.Message)
                    ? [Format(spoken.Message)]
                    : [];
            case RoomEvent.PrivateMessage told:
                return [format(told with { Message = WithZone(told.Message) })];
            default:
                return [];
        }
    }

    /// <summary>
    /// Limits the first history; after a reconnect all missed messages are printed. The messages
    /// come as they are now: only changes of messages printed before are news.
    /// </summary>
    private IEnumerable<ChatMessage> FilterHistory(ChatMessage[] messages)
    {
        var told = messages.Where(message => !message.IsChange).Select(message => message.Id).ToHashSet();
        if (_hasHistory)
            return messages.Where(message => message.Target is not { } target || !told.Contains(target));
        _hasHistory = true;
        return messages.Where(message => !message.IsChange).TakeLast(history);
    }

    private bool IsOwnJoin(ChatMessage message) => message.Kind == MessageKind.Joined && _me is not null
        && (
            message.System is SystemMessage.Joined joined
                ? joined.Member.Address == _me
                : LegacyServer.IsOwnJoin(message, _me));

    private string Format(ChatMessage message) => format(new RoomEvent.Spoken(WithZone(message)));

    private ChatMessage WithZone(ChatMessage message) => message with { Zone = message.Zone ?? _zone };
}
