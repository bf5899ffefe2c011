using System.Text;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Older;

/// <summary>
/// A desktop client with a list of users and stickers. It first sends a bare user name, or
/// <c>no</c> for none; then <c>text:;user:;target</c>, where the target is 「【群发】」 for everyone,
/// else a user name. The server sends <c> user:text:;user:;target</c>, and after every join and
/// leave the list of names, <c>["张三", "李四"]</c>. A sticker is a text such as <c>aa**</c>, relayed
/// unchanged.
/// </summary>
public sealed class ColonDialect : IDialect
{
    private const string Everyone = "【群发】";
    private const string Separator = ":;";
    private const string Nameless = "no";

    // The maximum length of a user name in bytes.
    private const int LongestName = 1024;

    private static readonly ColonEncoder Encoder = new();

    /// <inheritdoc/>
    public string Name => "colon";

    /// <inheritdoc/>
    public int UsualPort => 8888;

    /// <inheritdoc/>
    public IConversation Open(WireLimits limits, PeerAddress peer) => new ColonConversation(limits, peer);

    private sealed class ColonConversation(WireLimits limits, PeerAddress peer) : RawConversation(limits)
    {
        private bool _hasName;

        public override IEncoder Encoder => ColonDialect.Encoder;

        protected override ClientMessage Understand(string text)
        {
            if (_hasName) return Message(text);
            _hasName = true;
            return Name(text);
        }

        private ClientMessage Name(string name) => Encoding.UTF8.GetByteCount(name) > LongestName
            ? new ClientMessage.Invalid(Refusal.NicknameTooLong)
            : new EnterRequest(name == Nameless ? peer.ToString() : name, Numbering: Numbering.Repeated);

        // Splits from the end, because the text may contain the separator.
        private static ClientMessage Message(string message)
        {
            var target = message.LastIndexOf(Separator, StringComparison.Ordinal);
            var user = target < 0 ? -1 : message[..target].LastIndexOf(Separator, StringComparison.Ordinal);
            if (user <= 0) return new ClientMessage.Invalid(Refusal.Incomplete);
            var (text, to) = (message[..user], message[(target + Separator.Length)..]);
            return to == Everyone ? new ClientMessage.Say(text) : new ClientMessage.Tell(to, text);
        }
    }

    private sealed class ColonEncoder() : WordEncoder(framesArriveAlone: true)
    {
        protected override string Words(RoomEvent what) => what switch
        {
            RoomEvent.MembersShown shown => Names(shown.Members),
            RoomEvent.MembersChanged changed => Names(changed.Members),
            // Clients learn of joins, leaves and renames from the list of names.
            RoomEvent.Spoken { Message.Kind: MessageKind.Joined or MessageKind.Left or MessageKind.Renamed } => "",
            RoomEvent.Spoken { Message: var said } => Line(said, Everyone),
            RoomEvent.PrivateMessage { Message: var told, To: var to } => Line(told, to.Nickname),
            _ => RoomReplies.Of(what) is { } answer ? Line(answer, Everyone) : "",
        };

        // The client shows the first part, and compares the other two with its own name.
        private static string Line(ChatMessage said, string target)
        {
            var lines = PlainLines.Of(said).Select(line => $"{PlainLines.Name(said.Nickname)}:{line}");
            var (speaker, to) = (Part(PlainLines.Visible(said.Nickname)), Part(PlainLines.Visible(target)));
            return $" {Part(string.Join("\r\n", lines))}{Separator}{speaker}{Separator}{to}";
        }

        // The client splits at every separator, and would read the rest of the text as user and
        // target.
        private static string Part(string text) => text.Replace(Separator, ": ;", StringComparison.Ordinal);

        // Like the old server, with a space after each comma.
        private static string Names(IReadOnlyList<Member> members) =>
            $"[{string.Join(", ", members.Select(member => JsonText.Quote(member.Nickname)))}]";
    }
}
