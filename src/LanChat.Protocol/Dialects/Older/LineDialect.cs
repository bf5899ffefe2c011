using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Older;

/// <summary>
/// For telnet and netcat: one command or reply per line, ended by <c>\n</c>. Text from others can
/// neither control the terminal nor imitate another sender's line: controls appear as Unicode
/// control pictures, and every line of a text begins with its sender.
/// </summary>
public sealed class LineDialect : IDialect
{
    private static readonly LineEncoder Encoder = new();

    /// <inheritdoc/>
    public string Name => "line";

    /// <inheritdoc/>
    public int UsualPort => 6666;

    /// <inheritdoc/>
    public IConversation Open(WireLimits limits, PeerAddress peer) => new LineConversation(limits);

    private sealed class LineConversation(WireLimits limits) : LinesConversation(limits)
    {
        private bool _isIn;

        public override IEncoder Encoder => LineDialect.Encoder;

        public override ClientMessage Begin() => Answer("Connect Success");

        public override void Entered() => _isIn = true;

        protected override ClientMessage? DecodeLine(ReadOnlySpan<byte> line) =>
            !WireText.TryDecode(line, out var text) ? new ClientMessage.Invalid(Refusal.NotText)
            : string.IsNullOrWhiteSpace(text) ? null
            : Understand(text.TrimStart(' '));

        private ClientMessage Understand(string line)
        {
            var (command, rest) = LineCommands.FirstWord(line);
            return (command, rest) switch
            {
                ("logout", _) => new ClientMessage.Leave(),
                ("login", _) when !_isIn => Login(rest.Trim()),
                ("look", _) when _isIn => new ClientMessage.List(),
                ("rooms", _) when _isIn => new ClientMessage.ListRooms(),
                ("join", { Length: > 0 }) when _isIn => new ClientMessage.SwitchRoom(rest.Trim(), null),
                ("say" or "tell" or "join", "") when _isIn => new ClientMessage.Invalid(Refusal.Incomplete),
                ("say", _) when _isIn => new ClientMessage.Say(rest),
                ("tell", _) when _isIn => LineCommands.Address('@' + rest),
                _ => Answer($"Unknown command: {PlainLines.Visible(command)}"),
            };
        }

        private static ClientMessage Login(string name) => name.Length == 0
            ? Answer("UserName Empty")
            : new EnterRequest(name, Numbering: Numbering.Refused, MayRetry: true);

        private static ClientMessage.Answered Answer(string text) => new(text + "\n");
    }

    private sealed class LineEncoder() : WordEncoder(framesArriveAlone: false)
    {
        public override bool HasPersonalView => true;

        // Everyone but the new member is told of a join.
        public override bool IsFor(RoomEvent what, Member you) =>
            what is not RoomEvent.Spoken { Message.System: SystemMessage.Joined joined }
                || joined.Member.Address != you.Address;

        protected override string Words(RoomEvent what) => what switch
        {
            Welcomed => "Login Success\n",
            RoomEvent.Spoken { Message.System: SystemMessage.Joined joined } =>
                $"{PlainLines.Name(joined.Member.Nickname)} has entered the room.\n",
            RoomEvent.Spoken { Message.System: SystemMessage.Left left } =>
                $"{PlainLines.Name(left.Member.Nickname)} has left the room.\n",
            RoomEvent.Spoken { Message: { Kind: MessageKind.Acted } act } => Lines("", act),
            RoomEvent.Spoken { Message: var said } => Lines($"{PlainLines.Name(said.Nickname)}: ", said),
            RoomEvent.PrivateMessage { Message: var told } =>
                Lines($"(private) {PlainLines.Name(told.Nickname)}: ", told),
            RoomEvent.MembersListed listed =>
                "Online Users:\n" + string.Concat(
                    listed.Members.Select(member => PlainLines.Name(member.Nickname) + "\n")),
            RoomEvent.Refused { Reason: var reason } when reason.Is(Refusal.NicknameTaken) => "UserName Exist\n",
            _ => RoomReplies.Of(what) is { } answer ? Lines("", answer) : "",
        };

        private static string Lines(string speaker, ChatMessage message) =>
            string.Concat(PlainLines.Of(message).Select(line => $"{speaker}{line}\n"));
    }
}
