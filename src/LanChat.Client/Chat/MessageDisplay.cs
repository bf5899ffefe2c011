using System.Globalization;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Turns what was said into what this user is shown: with the time as it is here, links to files,
/// and whether it is theirs or for them.
/// </summary>
internal sealed class MessageDisplay
{
    private readonly HashSet<PeerAddress> _mine = [];
    private int? _zone;

    /// <summary>What the user is called in the room; null as long as it is not known.</summary>
    public string? Nickname { get; set; }

    /// <summary>Where the room's files are fetched, if that is known.</summary>
    public Uri? Site { get; set; }

    /// <summary>The room was entered as this member.</summary>
    /// <param name="you">
    /// What is said from there is this user's own, as is what they said in earlier connections.
    /// </param>
    /// <param name="zone">
    /// Of the server: how many minutes it is ahead of UTC; null where it does not say.
    /// </param>
    public void Enter(Member you, int? zone)
    {
        (Nickname, _zone) = (you.Nickname, zone);
        _mine.Add(you.Address);
    }

    public bool IsMine(ChatMessage message) => _mine.Contains(message.From);

    /// <summary>As it was said, with its time as it is here.</summary>
    public ChatMessage Here(ChatMessage message) => ServerTime.ToLocal(message, _zone);

    /// <summary>What somebody looks for, with the server's times.</summary>
    public SearchWords OfServer(SearchWords words) => words with
    {
        Since = ServerTime.FromLocal(words.Since, _zone),
        Until = ServerTime.FromLocal(words.Until, _zone),
    };

    /// <summary>What was said in the room.</summary>
    public ViewProtocol.ShowMessage Of(ChatMessage said)
    {
        var message = Here(Linked(said));
        var isByAPerson = TranscriptMessage.IsFromMember(message);
        var own = isByAPerson && IsMine(message);
        return new ViewProtocol.ShowMessage(message, own, isByAPerson && !own && IsForMe(message));
    }

    /// <summary>What was said privately.</summary>
    public ViewProtocol.ShowMessage Of(RoomEvent.Told told)
    {
        var text = MessageWording.TextOf(Linked(told.Message));
        var time = Here(told.Message).Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return Of(told.Message with
        {
            Text = told.Waited is null
                ? StayTexts.PrivateTo(told.To.Nickname, text)
                : KeyTexts.Waited(told.To.Nickname, time, text),
        });
    }

    /// <summary>A file with the address it is fetched from.</summary>
    private ChatMessage Linked(ChatMessage message) => Site is not null && message.File is { Link: ['/', ..] link } file
        ? message with { File = file with { Link = new Uri(Site, link).AbsoluteUri } }
        : message;

    private bool IsForMe(ChatMessage message) =>
        message.Kind == MessageKind.Private || Mentions.Names(message.Text, Nickname ?? "");
}
