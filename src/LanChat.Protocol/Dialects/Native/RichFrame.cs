using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Decodes rich frames into events.</summary>
public static class RichFrame
{
    // For events whose frame has no address.
    private static readonly PeerAddress Nowhere = new("", 0);

    /// <summary>
    /// Decodes one line, without its line end. Returns false for an invalid frame or an unknown
    /// code, which clients ignore, so that newer servers can add frames.
    /// </summary>
    public static bool TryRead(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out RoomEvent? said)
    {
        said = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var frame = document.RootElement;
            said = Read(frame.GetProperty("code"u8).GetInt32(), frame.GetProperty("data"u8));
            if (said is not null && frame.TryGetProperty("id"u8, out var id))
                said = said with { ReplyTo = id.GetInt64() };
        }
        catch (Exception wrong) when (
            wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException
                or IndexOutOfRangeException)
        {
            // A field is missing, has the wrong type, or is out of range.
            said = null;
        }

        return said is not null;
    }

    private static RoomEvent? Read(int code, JsonElement data) => code switch
    {
        JsonCode.History => new RoomEvent.HistoryShown(Messages(data)),
        JsonCode.Message => Messages(data) is [var only] ? Said(only, data[0]) : null,
        JsonCode.NameChanged => new RoomEvent.NameChanged(new Member(data.GetString() ?? "", Nowhere)),
        JsonCode.Ignoring => new RoomEvent.IgnoringChanged(data.GetBoolean(), Nowhere, default),
        JsonCode.Members => new RoomEvent.MembersShown(Members(data)),
        JsonCode.Welcome => new Welcomed(
            Text(data, "room"),
            new Member(Text(data, "nick"), Address(data.GetProperty("you"u8))),
            data.GetProperty("line"u8).GetInt32(),
            RateLimitIn(data),
            Flag(data, "pings"))
        {
            Protocol = data.TryGetProperty("protocol"u8, out var version) ? version.GetInt32() : 1,
            KnowsRefs = Flag(data, "refs"),
            IsYours = Flag(data, "yours"),
            Files = OfferIn(data),
            LongestPage = data.TryGetProperty("history"u8, out var page) ? page.GetInt32() : 0,
            Zone = data.TryGetProperty("zone"u8, out var zone) ? zone.GetInt32() : null,
            Taken = data.TryGetProperty("taken"u8, out var taken) ? taken.GetString() : null,
            Log = data.TryGetProperty("log"u8, out var log) ? log.GetString() : null,
            HasRooms = Flag(data, "rooms"),
            HasAccount = Flag(data, "account"),
        },
        JsonCode.Notice => Notice(data),
        JsonCode.MemberChanges => new RoomEvent.MembersChanged(
            [], Members(data.GetProperty("joined"u8)), Members(data.GetProperty("left"u8))),
        JsonCode.Ping => new RoomEvent.Pinged(data.GetInt64()),
        JsonCode.Pong => new RoomEvent.Ponged(data.GetInt64()),
        JsonCode.Away => new RoomEvent.AwayShown(Absences(data)),
        JsonCode.Acknowledged => Acknowledged(data),
        JsonCode.Challenge => new RoomEvent.Challenged(Text(data, "room"), Text(data, "nonce")),
        JsonCode.StoredForLater => new RoomEvent.StoredForLater(Text(data, "to"), Nowhere, default),
        JsonCode.Missed => new RoomEvent.Missed(Number(data, "after"), Number(data, "before"), Number(data, "count")),
        JsonCode.Page => JsonPages.ReadPage(data, Messages(data.GetProperty("messages"u8))),
        JsonCode.Found => JsonPages.ReadFound(data, Messages(data.GetProperty("messages"u8))),
        JsonCode.Error => new RoomEvent.Refused(
            new Refusal(
                Text(data, "error"), Text(data, "text"), data.GetProperty("closes"u8).GetBoolean()), Nowhere, default),
        JsonCode.PrivatePage => new AccountEvent.PrivatePage(
            [.. data.GetProperty("messages"u8).EnumerateArray()
                .Select(message => Said(JsonMessages.Read(message), message)).OfType<RoomEvent.PrivateMessage>()],
            Flag(data, "more")),
        JsonCode.EntryRequests => new RoomEvent.EntryRequestsShown(Members(data), Nowhere, default),
        _ => JsonRooms.Read(code, data) ?? JsonAccounts.Read(code, data),
    };

    private static ChatMessage[] Messages(JsonElement data) => [.. data.EnumerateArray().Select(JsonMessages.Read)];

    // Version 1 has a text instead of an object.
    private static RoomEvent Notice(JsonElement data) =>
        data.ValueKind == JsonValueKind.String ? new RoomEvent.NoticeShown(data.GetString()!)
        : Flag(data, "default") ? new RoomEvent.DefaultNoticeShown(Address(data.GetProperty("address"u8)))
        : new RoomEvent.NoticeShown(Text(data, "text"));

    private static RoomEvent.Acknowledged Acknowledged(JsonElement data) => new(
        data.TryGetProperty("ref"u8, out var reference) ? reference.GetString() : null,
        data.TryGetProperty("id"u8, out var id) ? id.GetInt64() : 0);

    private static RateLimit? RateLimitIn(JsonElement welcome) =>
        welcome.TryGetProperty("pace"u8, out var pace)
        && new RateLimit(
            pace.GetProperty("burst"u8).GetInt32(),
            pace.GetProperty("rate"u8).GetInt32()) is { Burst: > 0, Rate: > 0 } known
            ? known
            : null;

    private static FileOffer? OfferIn(JsonElement welcome) => welcome.TryGetProperty("files"u8, out var files)
        ? new FileOffer(new WebEndpoint(
            files.GetProperty("port"u8).GetInt32(), Flag(files, "https")), Text(files, "token"), Number(files, "size"))
        : null;

    private static RoomEvent Said(ChatMessage message, JsonElement data) => data.TryGetProperty("to"u8, out var to)
        ? new RoomEvent.PrivateMessage(message, new Member(to.GetString() ?? "", Nowhere))
        {
            Waited = data.TryGetProperty("waited"u8, out var waited) ? waited.GetInt64() : null,
            Serial = data.TryGetProperty("serial"u8, out var serial) ? serial.GetInt64() : 0,
            Number = data.TryGetProperty("number"u8, out var number) ? number.GetInt64() : 0,
        }
        : new RoomEvent.Spoken(message);

    private static Member[] Members(JsonElement data) =>
        [.. data.EnumerateArray().Select(member => new Member(member[0].GetString() ?? "", Address(member[1]))
        {
            IsOwner = member.EnumerateArray().Skip(2).Any(mark => mark.ValueEquals("owner"u8)),
        })];

    private static Absence[] Absences(JsonElement data) => [.. data.EnumerateArray().Select(absence =>
        new Absence(new Member(absence[0].GetString() ?? "", Address(absence[1])), absence[2].GetString() ?? ""))];

    private static PeerAddress Address(JsonElement pair) => new(pair[0].GetString() ?? "", pair[1].GetInt32());

    private static bool Flag(JsonElement data, string name) =>
        data.TryGetProperty(name, out var flag) && flag.GetBoolean();

    private static long Number(JsonElement data, string name) => data.GetProperty(name).GetInt64();

    private static string Text(JsonElement data, string name) => data.GetProperty(name).GetString() ?? "";
}
