using System.Text.Json;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Older;

/// <summary>
/// A client that identifies people by their addresses. JSON objects both ways, with a text field
/// <c>type</c>. "1" is a message and "3" a file, with <c>content</c>, <c>filename</c>,
/// <c>sourceIP</c> and <c>destinationIP</c>: one entry of the list, or missing or <c>all</c> for
/// everyone. "2" is the list, sent after every join and leave. An entry is an IP address,
/// <c>ip:port</c> if the list has that address already, or the nickname of a member who uses
/// another dialect. The client writes every file to disk under the name it receives.
/// </summary>
public sealed class MiniqqDialect : IDialect
{
    private const string Everyone = "all";

    private static readonly MiniqqEncoder Encoder = new();

    /// <inheritdoc/>
    public string Name => "miniqq";

    /// <inheritdoc/>
    public int UsualPort => 12000;

    /// <inheritdoc/>
    public IConversation Open(WireLimits limits, PeerAddress peer) => new MiniqqConversation(limits, peer);

    private sealed class MiniqqConversation(WireLimits limits, PeerAddress peer) : JsonConversation(limits)
    {
        public override IEncoder Encoder => MiniqqDialect.Encoder;

        public override ClientMessage Begin() => new EnterRequest(peer.Ip, Otherwise: peer.ToString());

        protected override ClientMessage Understand(JsonElement said)
        {
            var to = Text(said, "destinationIP") is { Length: > 0 } entry && entry != Everyone ? entry : null;
            return (Text(said, "type"), Text(said, "content"), Text(said, "filename")) switch
            {
                ("1", { Length: > 0 } text, _) =>
                    to is null ? new ClientMessage.Say(text) : new ClientMessage.Tell(to, text),
                ("3", { } content, { } file) => new ClientMessage.Share(file, content, to),
                ("1" or "3", _, _) => new ClientMessage.Invalid(Refusal.Incomplete),
                _ => new ClientMessage.Invalid(Refusal.UnknownRequest),
            };
        }
    }

    private sealed class MiniqqEncoder() : WordEncoder(framesArriveAlone: true)
    {
        public override bool HasPersonalView => true;

        // A sender does not receive its own file.
        public override bool IsFor(RoomEvent what, Member you) => what switch
        {
            RoomEvent.Spoken { Message: { File: not null } message } => message.From != you.Address,
            RoomEvent.PrivateMessage { Message: { File: not null } message } => message.From != you.Address,
            _ => true,
        };

        protected override string Words(RoomEvent what) => what switch
        {
            RoomEvent.MembersShown shown => Entries(shown.Members),
            RoomEvent.MembersChanged changed => Entries(changed.Members),
            // Clients learn of joins, leaves and renames from the list.
            RoomEvent.Spoken { Message.Kind: MessageKind.Joined or MessageKind.Left or MessageKind.Renamed } => "",
            RoomEvent.Spoken { Message: var said } => Message(said),
            RoomEvent.PrivateMessage { Message: var told } => Message(told),
            _ => RoomReplies.Of(what) is { } answer ? Message(answer) : "",
        };

        private static string Message(ChatMessage said)
        {
            var source = JsonText.Quote(said.Nickname);
            if (said.File is not { Text: { } text } file)
                return $$"""{"type":"1","sourceIP":{{source}},"content":{{JsonText.Quote(Lines(said))}}}""";
            var (name, content) = (JsonText.Quote(file.Name), JsonText.Quote(text));
            return $$"""{"type":"3","sourceIP":{{source}},"filename":{{name}},"content":{{content}}}""";
        }

        // The client shows the sender above the text.
        private static string Lines(ChatMessage said) =>
            string.Join($"\r\n{PlainLines.Name(said.Nickname)}: ", PlainLines.Of(said));

        private static string Entries(IReadOnlyList<Member> members)
        {
            var names = string.Join(',', members.Select(member => JsonText.Quote(member.Nickname)));
            return $$"""{"type":"2","content":[{{names}}]}""";
        }
    }
}
