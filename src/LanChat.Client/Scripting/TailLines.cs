using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// What <c>tail</c> prints of what a room lets be known: everything that is said or happens, once,
/// whatever connections it came by. One's own entering is left out: it is the doing of <c>tail</c>
/// itself.
/// </summary>
/// <param name="history">How many messages of those said before are printed.</param>
/// <param name="format">The line for what was said, with its end.</param>
/// <param name="tell">Is told what is missing, a sentence.</param>
internal sealed class TailLines(int history, Func<RoomEvent, string> format, Action<string> tell)
{
    private readonly TranscriptPosition _position = new();
    private PeerAddress? _me;
    private int? _zone;
    private bool _knowsHistory;

    public IEnumerable<string> Of(RoomEvent known)
    {
        switch (known)
        {
            case RoomEvent.Welcomed welcome:
                (_me, _zone) = (welcome.You.Address, welcome.Zone);
                if (_position.SetLog(welcome.Log)) tell(ScriptRunTexts.NewHistory);
                return [];
            case RoomEvent.Missed missed:
                if (_knowsHistory) tell(ScriptRunTexts.Missed(missed.Count));
                return [];
            case RoomEvent.HistoryShown shown:
                return Before([.. shown.Messages.Where(_position.TryAdvance)]).Select(Format);
            case RoomEvent.Spoken said:
                return _position.TryAdvance(said.Message) && !IsMyEntering(said.Message) ? [Format(said.Message)] : [];
            case RoomEvent.Told told:
                return [format(told with { Message = Zoned(told.Message) })];
            default:
                return [];
        }
    }

    /// <summary>
    /// After a lost connection everything that was missed is printed, as if it came now.
    /// </summary>
    private IEnumerable<ChatMessage> Before(ChatMessage[] messages)
    {
        if (_knowsHistory) return messages;
        _knowsHistory = true;
        return messages.TakeLast(history);
    }

    private bool IsMyEntering(ChatMessage message) => message.Kind == MessageKind.Joined && _me is not null
        && (
            message.System is SystemMessage.Joined joined
                ? joined.Member.Address == _me
                : LegacyServer.IsOwnJoin(message, _me));

    private string Format(ChatMessage message) => format(new RoomEvent.Spoken(Zoned(message)));

    private ChatMessage Zoned(ChatMessage message) => message with { Zone = message.Zone ?? _zone };
}
