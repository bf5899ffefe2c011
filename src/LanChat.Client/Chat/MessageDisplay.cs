using System.Globalization;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Prepares messages for the view: local time, links to files, and whether the user sent them or is
/// mentioned.
/// </summary>
internal sealed class MessageDisplay
{
    private readonly HashSet<PeerAddress> _ownAddresses = [];
    private int? _serverZone;
    private bool _ownsNickname;

    /// <summary>The user's nickname; null while it is unknown.</summary>
    public string? Nickname { get; set; }

    /// <summary>The messages that the user has said.</summary>
    public SaidMessages Own { get; } = new();

    /// <summary>The messages that somebody else has said.</summary>
    public SaidMessages Others { get; } = new();

    /// <summary>Base address of the room's files, if known.</summary>
    public Uri? Site { get; set; }

    /// <summary>The room was joined as this member.</summary>
    /// <param name="you">
    /// The user. Messages from all addresses of earlier connections count as their own.
    /// </param>
    /// <param name="zone">Server's offset from UTC in minutes; null if unknown.</param>
    /// <param name="ownsNickname">Whether nobody else goes by the nickname.</param>
    public void SetOwnMember(Member you, int? zone, bool ownsNickname)
    {
        (Nickname, _serverZone, _ownsNickname) = (you.Nickname, zone, ownsNickname);
        _ownAddresses.Add(you.Address);
    }

    /// <summary>Forgets all messages: the room has a new history.</summary>
    public void Clear()
    {
        Own.Clear();
        Others.Clear();
    }

    /// <summary>Whether the user has sent it, here or by another client of their account.</summary>
    public bool IsOwn(ChatMessage message) =>
        _ownAddresses.Contains(message.From) || (_ownsNickname && message.Nickname == Nickname);

    /// <summary>The message with its time in the local zone.</summary>
    public ChatMessage ToLocalTime(ChatMessage message) => ServerTime.ToLocal(message, _serverZone);

    /// <summary>The query with its times in the server's zone.</summary>
    public SearchQuery ToServerTime(SearchQuery query) => query with
    {
        Since = ServerTime.FromLocal(query.Since, _serverZone),
        Until = ServerTime.FromLocal(query.Until, _serverZone),
    };

    /// <summary>A message of the room.</summary>
    public ViewProtocol.ShowMessage Show(ChatMessage received)
    {
        var local = WithQuote(ToLocalTime(received));
        var isByAPerson = TranscriptMessage.IsFromMember(local);
        var own = isByAPerson && IsOwn(local);
        (own ? Own : Others).Add(local);
        var message = TranscriptMessage.Of(WithAbsoluteLink(local));
        return new ViewProtocol.ShowMessage(message, own, isByAPerson && !own && IsForMe(message));
    }

    /// <summary>A change of a message.</summary>
    public EditProtocol.ShowChange ShowChange(ChatMessage received)
    {
        var change = ToLocalTime(received);
        Own.Change(change);
        Others.Change(change);
        var changed = Others[change.Target ?? 0];
        var isForMe = IsForMe(change with { Re = changed?.Re, Quote = changed?.Quote });
        return new EditProtocol.ShowChange(change, !IsOwn(change) && isForMe);
    }

    /// <summary>A private message.</summary>
    public ViewProtocol.ShowMessage Show(RoomEvent.PrivateMessage told)
    {
        var text = MessageWording.TextOf(WithAbsoluteLink(told.Message));
        var time = ToLocalTime(told.Message).Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return Show(told.Message with
        {
            Text = told.Waited is null
                ? RoomWindowTexts.PrivateTo(told.To.Nickname, text)
                : KeyTexts.Waited(told.To.Nickname, time, text),
        });
    }

    /// <summary>The message with an absolute link to its file.</summary>
    private ChatMessage WithAbsoluteLink(ChatMessage message) =>
        Site is not null && message.File is { Link: ['/', ..] link } file
            ? message with { File = file with { Link = new Uri(Site, link).AbsoluteUri } }
            : message;

    private bool IsForMe(ChatMessage message) => message is { IsGone: false, Kind: not MessageKind.Recalled }
        && (message.Kind == MessageKind.Private
            || RepliesToUser(message)
            || Mentions.IsMentioned(message.Text, Nickname ?? ""));

    /// <summary>
    /// A message before those that were shown is the user's if it has their name.
    /// </summary>
    private bool RepliesToUser(ChatMessage message) => message.Re is { } original
        && (Own[original] is not null || (Others[original] is null && message.Quote?.Nickname == Nickname));

    /// <summary>A reply to a message that was taken back says so.</summary>
    private ChatMessage WithQuote(ChatMessage message) =>
        message is { Re: { } original, Quote: null } && (Own[original] ?? Others[original]) is { IsGone: true }
            ? message with { Quote = ReplyText.Gone }
            : message;
}
