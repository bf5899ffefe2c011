using System.Buffers;
using System.Text;
using System.Text.Json;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Dialects.Older;

/// <summary>
/// A variant of the native dialect for an older client of the same system. The history and every
/// later message are a bare JSON array of messages, and the room speaks as 「服务器」. The dialect has
/// neither a member list nor a notice.
/// </summary>
public sealed class TerminalDialect : IDialect
{
    private static readonly NativeEncoders Encoders =
        new(new TerminalEncoder(alone: true), new TerminalEncoder(alone: false), JsonEncoder.Rich, JsonEncoder.Rich2);

    /// <inheritdoc/>
    public string Name => "terminal";

    /// <inheritdoc/>
    public int UsualPort => 8002;

    /// <inheritdoc/>
    public IConversation Open(WireLimits limits, PeerAddress peer) => new NativeConversation(limits, Encoders);

    private sealed class TerminalEncoder(bool alone) : WordEncoder(alone)
    {
        protected override string Words(RoomEvent what) => what switch
        {
            RoomEvent.HistoryShown shown => List([.. shown.Raw ?? shown.Messages]),
            RoomEvent.Spoken said => List(said.Message),
            RoomEvent.PrivateMessage told => List(RoomReplies.Private(told)),
            _ => RoomReplies.Of(what) is { } answer ? List(answer) : "",
        };

        private string List(params ReadOnlySpan<ChatMessage> messages)
        {
            var list = new ArrayBufferWriter<byte>();
            using var json = new Utf8JsonWriter(list, JsonLines.Options);
            json.WriteStartArray();
            foreach (var message in messages) json.WriteMessage(AsServer(OnItsLines(message)), version: 0);
            json.WriteEndArray();
            json.Flush();
            return Encoding.UTF8.GetString(list.WrittenSpan) + (FramesArriveAlone ? "" : "\n");
        }

        // The client prints the text to a terminal, after the sender's name.
        private static ChatMessage OnItsLines(ChatMessage message) => RoomSentences.AsText(message) with
        {
            Kind = MessageKind.Said,
            Text = string.Join($"\r\n{PlainLines.Name(message.Nickname)}: ", PlainLines.Of(message)),
        };

        private static ChatMessage AsServer(ChatMessage message) =>
            message.Nickname == RoomSpeakers.System ? message with { Nickname = RoomSpeakers.Server } : message;
    }
}
