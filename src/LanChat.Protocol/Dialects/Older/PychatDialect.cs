using System.Globalization;
using System.Text.Json;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Older;

/// <summary>
/// A client with nicknames, group messages, private messages, and a mode that ignores group
/// messages. The server first sends a plain text; then both send JSON objects, <c>{"type": …,
/// "msg": …}</c>. Before login the server sends no group messages, and refuses all requests but
/// <c>login</c>, <c>help</c> and <c>ignore</c>.
/// </summary>
public sealed class PychatDialect : IDialect
{
    private const string Greeting = "欢迎你到来PY_CHATTING!请输入你的很cooooool的昵称(不能带有空格哟`)\r\n";
    private const string LoginSucceeded = "昵称建立成功,输入/ls可查看所有在线的人,输入/help可以查看帮助(所有首字符为/的消息都不会发送)";
    private const string Help = "/ls 查看所有在线的人\r\n/h 查看帮助\r\n@name text 私聊\r\n/i 屏蔽群聊,再次输入/i恢复\r\n所有首字符为/的消息都不会发送\r\n";

    private static readonly PychatEncoder Encoder = new();

    /// <inheritdoc/>
    public string Name => "pychat";

    /// <inheritdoc/>
    public int UsualPort => 12231;

    /// <inheritdoc/>
    public IConversation Open(WireLimits limits, PeerAddress peer) => new PychatConversation(limits);

    private static string Frame(string type, string msg) => $$"""{"type":"{{type}}","msg":{{JsonText.Quote(msg)}}}""";

    private static string Frame(string type, bool success, string msg) =>
        $$"""{"type":"{{type}}","success":{{(success ? "true" : "false")}},"msg":{{JsonText.Quote(msg)}}}""";

    private sealed class PychatConversation(WireLimits limits) : JsonConversation(limits)
    {
        private bool _isIn;

        public override IEncoder Encoder => PychatDialect.Encoder;

        public override ClientMessage Begin() => new ClientMessage.Answered(Greeting);

        public override void Entered() => _isIn = true;

        protected override ClientMessage Understand(JsonElement said)
        {
            var text = Text(said, "msg");
            return (Text(said, "type"), _isIn) switch
            {
                ("login", false) => Login(text ?? ""),
                ("login", true) => new ClientMessage.Answered(Frame("login", success: false, "已经登录")),
                ("help", _) => new ClientMessage.Answered(Frame("help", Help)),
                ("ignore", false) => new ClientMessage.Answered(Frame("ignore", success: false, "切换失败")),
                ("ignore", true) => new ClientMessage.Ignore(),
                (_, false) => new ClientMessage.Invalid(Refusal.NotEntered),
                ("broadcast", true) when text is { Length: > 0 } => new ClientMessage.Say(text),
                ("sendto", true) when text is { Length: > 0 } && Text(said, "nickname") is { } name =>
                    new ClientMessage.Tell(name, text),
                ("broadcast" or "sendto", true) => new ClientMessage.Invalid(Refusal.Incomplete),
                ("ls", true) => new ClientMessage.List(),
                _ => new ClientMessage.Invalid(Refusal.UnknownRequest),
            };
        }

        private static ClientMessage Login(string name) => name.Contains(' ', StringComparison.Ordinal)
            ? new ClientMessage.Answered(Frame("login", success: false, "账号不能够带有空格"))
            : new EnterRequest(name, Numbering: Numbering.Refused, MayRetry: true);
    }

    private sealed class PychatEncoder() : WordEncoder(framesArriveAlone: true)
    {
        private const string System = " SYSTEM ";

        protected override string Words(RoomEvent what) => what switch
        {
            Welcomed => Frame("login", success: true, LoginSucceeded),
            RoomEvent.Spoken { Message: { System: SystemMessage.Joined { Member: var who }, Time: var time } } =>
                OfSystem($"{PlainLines.OneWord(who.Nickname)}已经进入了聊天室", time),
            RoomEvent.Spoken { Message: { System: SystemMessage.Left { Member: var who }, Time: var time } } =>
                OfSystem($"{PlainLines.OneWord(who.Nickname)} 离开了PY_CHATTING", time),
            RoomEvent.Spoken { Message: { Kind: MessageKind.Renamed or MessageKind.Room } said } =>
                OfSystem(RoomSentences.TextOf(said), said.Time),
            RoomEvent.Spoken { Message: var said } => Frame("broadcast", Lines(Name(said.Nickname), said)),
            RoomEvent.PrivateMessage { Message: var told, To: var to } =>
                Frame("single", Lines($" {Name(told.Nickname)} CHATTING TO {Name(to.Nickname)} ", told)),
            RoomEvent.MembersListed listed => Frame("ls", $"[{System}] ALIVE USER : \r\n{Names(listed.Members)}"),
            RoomEvent.IgnoringChanged { IsIgnoring: var isIgnoring, Time: var time } =>
                Frame("ignore", success: true, Line(System, $"模式切换成功,现在是{(isIgnoring ? "屏蔽模式" : "通常模式")}", time)),
            RoomEvent.StoredForLater stored =>
                OfSystem($"{stored.To} is not here; what you said waits for them.", stored.Time),
            RoomEvent.Refused refused => Refused(refused.Reason, refused.Time),
            _ => "",
        };

        private static string Refused(Refusal reason, DateTime time) =>
            reason.Is(Refusal.NicknameTaken) ? Frame("login", success: false, "账号已存在")
            : reason.Code.StartsWith(
                "nickname-", StringComparison.Ordinal) ? Frame("login", success: false, reason.Text)
            : reason.Is(Refusal.NotEntered) ? OfSystem("请先建立昵称", time)
            : reason.Is(Refusal.NobodyOfThatName) ? Frame("single", "该用户不存在")
            : reason.Is(Refusal.Ignoring) ? Frame("broadcast", "屏蔽模式下无法发送群聊信息")
            : OfSystem(reason.Text, time);

        private static string OfSystem(string text, DateTime time) => Frame("system_msg", Line(System, text, time));

        private static string Line(string who, string text, DateTime time) =>
            $"[TIME : {CTime(time)}]\r\n[{who}] : {PlainLines.Visible(text)}\r\n";

        private static string Lines(string who, ChatMessage said)
        {
            var lines = PlainLines.Of(said).Select(line => $"[{who}] : {line}\r\n");
            return $"[TIME : {CTime(said.Time)}]\r\n{string.Concat(lines)}";
        }

        private static string Names(IEnumerable<Member> members) =>
            string.Concat(members.Select(member => PlainLines.OneWord(member.Nickname) + ",\r\n"));

        // Quotes the nickname under which the server itself speaks.
        private static string Name(string name) =>
            Nick.AreSame(name, System.Trim()) ? $"\"{name}\"" : PlainLines.OneWord(name);

        // Like C's ctime, which pads the day of the month with a space.
        private static string CTime(DateTime time) =>
            string.Create(CultureInfo.InvariantCulture, $"{time:ddd MMM} {time.Day,2} {time:HH:mm:ss yyyy}");
    }
}
