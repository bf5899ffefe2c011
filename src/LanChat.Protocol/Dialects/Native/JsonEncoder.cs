using System.Text.Json;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Encodes the native dialect's frames, <c>{"code", "msg", "data"}</c>. Raw: each frame alone,
/// without a line end. Line: one frame per line. Rich: one frame per line, with <c>id</c> and
/// <c>kind</c> and codes above 4.
/// </summary>
public sealed class JsonEncoder : IEncoder
{
    /// <summary>For clients that treat one read as one frame.</summary>
    public static readonly JsonEncoder Raw = new(alone: true, version: 0);

    /// <summary>For clients that read lines.</summary>
    public static readonly JsonEncoder Line = new(alone: false, version: 0);

    /// <summary>For clients that greet with <c>hello: 1</c>.</summary>
    public static readonly JsonEncoder Rich = new(alone: false, version: 1);

    /// <summary>
    /// For clients that greet with <c>hello: 2</c>: fields instead of room sentences.
    /// </summary>
    public static readonly JsonEncoder Rich2 = new(alone: false, version: 2);

    // 0 if not rich.
    private readonly int _version;
    private readonly bool _rich;

    private JsonEncoder(bool alone, int version) =>
        (FramesArriveAlone, _version, _rich) = (alone, version, version > 0);

    /// <inheritdoc/>
    public bool FramesArriveAlone { get; }

    /// <inheritdoc/>
    public Capabilities Capabilities => _rich ? Capabilities.Pings | Capabilities.Uploads : Capabilities.None;

    /// <inheritdoc/>
    public IReadOnlyList<byte[]> Encode(IReadOnlyList<RoomEvent> events)
    {
        var frames = new List<byte[]>(FramesArriveAlone ? events.Count : 1);
        using var lines = new JsonLines();
        foreach (var said in events)
        {
            if (!TryWrite(lines, _version == 2 ? said : MessageFallback.Of(said))) continue;
            if (FramesArriveAlone) frames.Add(lines.Flush());
        }

        if (!FramesArriveAlone && lines.Flush() is { Length: > 0 } all) frames.Add(all);
        return frames;
    }

    private bool TryWrite(JsonLines lines, RoomEvent what)
    {
        switch (what)
        {
            case RoomEvent.NoticeShown or RoomEvent.DefaultNoticeShown when _version == 2:
                Notice(Begin(lines, JsonCode.Notice), what);
                break;
            case RoomEvent.AwayNoted { ReplyTo: not null } when _version == 2:
                Begin(lines, JsonCode.Acknowledged, what).WriteAcknowledged(new RoomEvent.Acknowledged(null, 0));
                break;
            case RoomEvent.Spoken said: Messages(Begin(lines, JsonCode.Message), said.Message); break;
            case RoomEvent.PrivateMessage told when _rich: Private(Begin(lines, JsonCode.Message, what), told); break;
            case RoomEvent.PrivateMessage told:
                Messages(Begin(lines, JsonCode.Message), RoomReplies.Private(told));
                break;
            case RoomEvent.HistoryShown shown: Messages(Begin(lines, JsonCode.History), [.. Shown(shown)]); break;
            case RoomEvent.MembersShown shown:
                Begin(lines, JsonCode.Members).WriteMembers(shown.Members, _version);
                break;
            case RoomEvent.MembersListed listed:
                Begin(lines, JsonCode.Members, what).WriteMembers(listed.Members, _version);
                break;
            case RoomEvent.MembersChanged changed when _rich:
                Changes(Begin(lines, JsonCode.MemberChanges), changed);
                break;
            case RoomEvent.MembersChanged changed:
                Begin(lines, JsonCode.Members).WriteMembers(changed.Members, _version);
                break;
            case RoomEvent.NameTaken taken when !_rich && !FramesArriveAlone:
                Messages(Begin(lines, JsonCode.Message), RoomReplies.Of(taken));
                break;
            case RoomEvent.NoticeShown notice: Begin(lines, JsonCode.Notice).WriteText(notice.Text); break;
            case RoomEvent.DefaultNoticeShown notice:
                Begin(lines, JsonCode.Notice).WriteText(RoomSentences.DefaultNotice(notice.Room));
                break;
            case var other when !_rich && RoomReplies.Of(other) is { } answer:
                Messages(Begin(lines, JsonCode.Message), answer);
                break;
            case Welcomed welcomed when _rich: Welcome(Begin(lines, JsonCode.Welcome), welcomed); break;
            case RoomEvent.NameChanged changed when _rich:
                Begin(lines, JsonCode.NameChanged, what).WriteText(changed.You.Nickname);
                break;
            case RoomEvent.IgnoringChanged changed when _rich:
                Begin(lines, JsonCode.Ignoring, what).WriteBooleanValue(changed.IsIgnoring);
                break;
            case RoomEvent.AwayShown shown when _rich: Begin(lines, JsonCode.Away).WriteAbsences(shown.Members); break;
            case RoomEvent.Acknowledged acknowledged when _rich && (_version == 2 || acknowledged.Ref is not null):
                Begin(lines, JsonCode.Acknowledged, what).WriteAcknowledged(acknowledged);
                break;
            case RoomEvent.Challenged challenged when _rich:
                Begin(lines, JsonCode.Challenge).WriteChallenge(challenged);
                break;
            case RoomEvent.StoredForLater stored when _rich:
                Begin(lines, JsonCode.StoredForLater).WriteTo(stored.To);
                break;
            case RoomEvent.Missed missed when _rich: Missed(Begin(lines, JsonCode.Missed), missed); break;
            case RoomEvent.HistoryPage page when _rich:
                Begin(lines, JsonCode.Page, what).WritePage(page, _version);
                break;
            case RoomEvent.Found found when _rich:
                Begin(lines, JsonCode.Found, what).WriteFound(found, _version);
                break;
            case RoomEvent.Pinged ping when _rich: Begin(lines, JsonCode.Ping).WriteNumberValue(ping.Number); break;
            case RoomEvent.Ponged pong when _rich: Begin(lines, JsonCode.Pong).WriteNumberValue(pong.Number); break;
            case var other when _rich && JsonRooms.CodeOf(other, _version) is { } code:
                Begin(lines, code, what).WriteRooms(other);
                break;
            case var other when _version == 2 && JsonAccounts.CodeOf(other) is { } code:
                Begin(lines, code, what).WriteAccount(other);
                break;
            case RoomEvent.Done when _version == 2:
                Begin(lines, JsonCode.Acknowledged, what).WriteAcknowledged(new RoomEvent.Acknowledged(null, 0));
                break;
            case RoomEvent.Refused refused when _rich: Error(Begin(lines, JsonCode.Error, what), refused.Reason); break;
            default: return false;
        }

        lines.End(line: !FramesArriveAlone);
        return true;
    }

    private IReadOnlyList<ChatMessage> Shown(RoomEvent.HistoryShown shown) =>
        FramesArriveAlone ? shown.Raw ?? shown.Messages : shown.Messages;

    /// <summary>Begins a frame up to its data, which the caller writes.</summary>
    /// <param name="lines">The output.</param>
    /// <param name="code">The code of the frame.</param>
    /// <param name="answer">The event, if it may have a request id.</param>
    private Utf8JsonWriter Begin(JsonLines lines, int code, RoomEvent? answer = null)
    {
        var json = lines.Begin();
        json.WriteNumber("code"u8, code);
        if (_version == 2 && answer?.ReplyTo is { } id) json.WriteNumber("id"u8, id);
        json.WriteString("msg"u8, JsonCode.MsgOf(code));
        json.WritePropertyName("data"u8);
        return json;
    }

    private void Messages(Utf8JsonWriter json, params ReadOnlySpan<ChatMessage> messages)
    {
        json.WriteStartArray();
        foreach (var message in messages) json.WriteMessage(message, _version);
        json.WriteEndArray();
    }

    private void Private(Utf8JsonWriter json, RoomEvent.PrivateMessage told)
    {
        json.WriteStartArray();
        if (_version == 2) json.WriteFields(told);
        else json.WriteMessage(told.Message, _version, told.To.Nickname, told.Waited);
        json.WriteEndArray();
    }

    private void Changes(Utf8JsonWriter json, RoomEvent.MembersChanged changed)
    {
        json.WriteStartObject();
        json.WritePropertyName("joined"u8);
        json.WriteMembers(changed.Joined, _version);
        json.WritePropertyName("left"u8);
        json.WriteMembers(changed.Left, _version);
        json.WriteEndObject();
    }

    private static void Missed(Utf8JsonWriter json, RoomEvent.Missed missed)
    {
        json.WriteStartObject();
        json.WriteNumber("after"u8, missed.After);
        json.WriteNumber("before"u8, missed.Before);
        json.WriteNumber("count"u8, missed.Count);
        json.WriteEndObject();
    }

    private void Welcome(Utf8JsonWriter json, Welcomed welcomed)
    {
        json.WriteStartObject();
        json.WriteNumber("protocol"u8, _version);
        json.WritePropertyName("room"u8);
        json.WriteText(welcomed.Room);
        json.WritePropertyName("nick"u8);
        json.WriteText(welcomed.You.Nickname);
        json.WritePropertyName("you"u8);
        json.WriteAddress(welcomed.You.Address);
        json.WriteNumber("line"u8, welcomed.LongestLine);
        if (welcomed.RateLimit is { } limit) json.WriteRateLimit(limit);
        if (welcomed.AnswersPings) json.WriteBoolean("pings"u8, true);
        if (welcomed.IsYours) json.WriteBoolean("yours"u8, true);
        if (welcomed.KnowsRefs) json.WriteBoolean("refs"u8, true);
        if (welcomed.LongestPage > 0) json.WriteNumber("history"u8, welcomed.LongestPage);
        if (welcomed.Files is { } files) json.WriteOffer(files);
        if (welcomed.Log is { } log) json.WriteString("log"u8, log);
        if (welcomed.HasRooms && _version == 2) json.WriteBoolean("rooms"u8, true);
        if (welcomed.HasAccount && _version == 2) json.WriteBoolean("account"u8, true);
        if (welcomed.Zone is { } zone) json.WriteNumber("zone"u8, zone);
        if (welcomed.Taken is { } taken)
        {
            json.WritePropertyName("taken"u8);
            json.WriteText(taken);
        }

        json.WriteEndObject();
    }

    private static void Notice(Utf8JsonWriter json, RoomEvent notice)
    {
        json.WriteStartObject();
        if (notice is RoomEvent.DefaultNoticeShown { Room: var room })
        {
            json.WriteBoolean("default"u8, true);
            json.WritePropertyName("address"u8);
            json.WriteAddress(room);
        }
        else
        {
            json.WritePropertyName("text"u8);
            json.WriteText(((RoomEvent.NoticeShown)notice).Text);
        }

        json.WriteEndObject();
    }

    private static void Error(Utf8JsonWriter json, Refusal reason)
    {
        json.WriteStartObject();
        json.WriteString("error"u8, reason.Code);
        json.WriteString("text"u8, reason.Text);
        json.WriteBoolean("closes"u8, reason.Closes);
        json.WriteEndObject();
    }
}
