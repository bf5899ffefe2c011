using System.Globalization;
using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The server's frames, <c>{"code", "msg", "data"}</c>. Raw: each alone, without a line end. Line: the same on lines. Rich: on lines, with
/// <c>id</c> and <c>kind</c> and the codes above 4.
/// </summary>
public sealed class JsonEncoder : IEncoder
{
    /// <summary>For clients that take whatever one read returns for one frame.</summary>
    public static readonly JsonEncoder Raw = new(alone: true, rich: false);

    /// <summary>For clients that read lines.</summary>
    public static readonly JsonEncoder Line = new(alone: false, rich: false);

    /// <summary>For LanChat's own clients.</summary>
    public static readonly JsonEncoder Rich = new(alone: false, rich: true);

    private readonly bool _rich;

    private JsonEncoder(bool alone, bool rich) => (FramesArriveAlone, _rich) = (alone, rich);

    /// <inheritdoc/>
    public bool FramesArriveAlone { get; }

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Encode(IReadOnlyList<RoomEvent> events)
    {
        var frames = new List<byte[]>(FramesArriveAlone ? events.Count : 1);
        using var lines = new JsonLines();
        foreach (var said in events)
        {
            if (!TryWrite(lines, said)) continue;
            if (FramesArriveAlone) frames.Add(lines.Take());
        }

        if (!FramesArriveAlone && lines.Take() is { Length: > 0 } all) frames.Add(all);
        return frames;
    }

    private bool TryWrite(JsonLines lines, RoomEvent what)
    {
        switch (what)
        {
            case RoomEvent.Spoken said: Messages(lines, JsonCode.Message, "msg", said.Message); break;
            case RoomEvent.HistoryShown shown: Messages(lines, JsonCode.History, "消息记录", [.. shown.Messages]); break;
            case RoomEvent.MembersShown shown: MemberList(lines, shown.Members); break;
            case RoomEvent.MembersChanged changed when !_rich: MemberList(lines, changed.Members); break;
            case RoomEvent.MembersChanged changed: MemberChanges(lines, changed); break;
            case RoomEvent.NoticeShown notice: Frame(lines, JsonCode.Notice, "群公告", json => json.WriteStringValue(notice.Text)); break;
            case RoomEvent.Refused refused when !_rich: Messages(lines, JsonCode.Message, "msg", Told(refused)); break;
            case RoomEvent.Refused refused: Error(lines, refused.Reason); break;
            case RoomEvent.Welcomed welcomed when _rich: Welcome(lines, welcomed); break;
            case RoomEvent.Pinged ping when _rich: Frame(lines, JsonCode.Ping, "ping", json => json.WriteNumberValue(ping.Number)); break;
            default: return false;
        }

        return true;
    }

    private static ChatMessage Told(RoomEvent.Refused refused) =>
        new(0, MessageKind.Room, SpokenBy.System, refused.Room, refused.Reason.Text, refused.Time);

    private void Frame(JsonLines lines, int code, string msg, Action<Utf8JsonWriter> data)
    {
        var json = lines.Begin();
        json.WriteNumber("code"u8, code);
        json.WriteString("msg"u8, msg);
        json.WritePropertyName("data"u8);
        data(json);
        lines.End(line: !FramesArriveAlone);
    }

    private void Messages(JsonLines lines, int code, string msg, params ReadOnlySpan<ChatMessage> messages)
    {
        var json = lines.Begin();
        json.WriteNumber("code"u8, code);
        json.WriteString("msg"u8, msg);
        json.WriteStartArray("data"u8);
        foreach (var message in messages) Message(json, message);
        json.WriteEndArray();
        lines.End(line: !FramesArriveAlone);
    }

    private void Message(Utf8JsonWriter json, ChatMessage message)
    {
        Span<byte> time = stackalloc byte[19];
        message.Time.TryFormat(time, out var length, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        if (_rich)
        {
            json.WriteNumber("id"u8, message.Id);
            json.WriteString("kind"u8, JsonKinds.NameOf(message.Kind));
        }

        json.WriteString("nickname"u8, message.Nickname);
        json.WritePropertyName("from"u8);
        Address(json, message.From);
        json.WriteString("message"u8, message.Text);
        json.WriteString("time"u8, time[..length]);
        json.WriteEndObject();
    }

    private void MemberList(JsonLines lines, IReadOnlyList<Member> members) =>
        Frame(lines, JsonCode.Members, "客户端列表", json => Members(json, members));

    private void MemberChanges(JsonLines lines, RoomEvent.MembersChanged changed) => Frame(lines, JsonCode.MemberChanges, "members", json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("joined"u8);
        Members(json, changed.Joined);
        json.WritePropertyName("left"u8);
        Members(json, changed.Left);
        json.WriteEndObject();
    });

    private void Welcome(JsonLines lines, RoomEvent.Welcomed welcomed) => Frame(lines, JsonCode.Welcome, "welcome", json =>
    {
        json.WriteStartObject();
        json.WriteNumber("protocol"u8, 1);
        json.WriteString("room"u8, welcomed.Room);
        json.WriteString("nick"u8, welcomed.You.Nickname);
        json.WritePropertyName("you"u8);
        Address(json, welcomed.You.Address);
        json.WriteNumber("line"u8, welcomed.LongestLine);
        json.WriteEndObject();
    });

    private void Error(JsonLines lines, Refusal reason) => Frame(lines, JsonCode.Error, "error", json =>
    {
        json.WriteStartObject();
        json.WriteString("error"u8, reason.Code);
        json.WriteString("text"u8, reason.Text);
        json.WriteBoolean("closes"u8, reason.Closes);
        json.WriteEndObject();
    });

    private static void Members(Utf8JsonWriter json, IReadOnlyList<Member> members)
    {
        json.WriteStartArray();
        foreach (var member in members)
        {
            json.WriteStartArray();
            json.WriteStringValue(member.Nickname);
            Address(json, member.Address);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Address(Utf8JsonWriter json, PeerAddress address)
    {
        json.WriteStartArray();
        json.WriteStringValue(address.Ip);
        json.WriteNumberValue(address.Port);
        json.WriteEndArray();
    }
}
