using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class RichFrameSpecs
{
    // The address that frames do not carry.
    private static readonly PeerAddress Nowhere = new("", 0);

    private static readonly Gen<PeerAddress> AnyAddress =
        from ip in Gen.Elements(
            "192.168.38.149", "::1", "fe80::1%eth0")
        from port in Gen.Choose(0, 65535)
        select new PeerAddress(ip, port);

    private static readonly Gen<Member> AnyMember =
        from name in Arbitrary.Text from address in AnyAddress select new Member(name, address);

    private static readonly Gen<ChatFile?> AnyFile =
        from id in Gen.Choose(0, int.MaxValue)
        from name in Arbitrary.Text
        from size in Gen.Choose(0, int.MaxValue)
        select (ChatFile?)new ChatFile(id * 1000L, name, size * 1000L, Text: null);

    private static readonly Gen<ChatMessage> AnyMessage =
        from id in Gen.Choose(0, int.MaxValue)
        from kind in Gen.Elements(Enum.GetValues<MessageKind>().Where(kind => kind <= MessageKind.Room).ToArray())
        from who in AnyMember
        from text in Arbitrary.Text
        from seconds in Gen.Choose(0, int.MaxValue)
        from file in Gen.OneOf(Gen.Constant<ChatFile?>(null), AnyFile)
        let said = file is null ? text : $"[file] {text}"
        select new ChatMessage(
            id * 1000L, kind, who.Nickname, who.Address, said, DateTime.UnixEpoch.AddSeconds(seconds))
        {
            File = file,
        };

    private static readonly Gen<RateLimit?> AnyRateLimit =
        from burst in Gen.Choose(1, int.MaxValue)
        from rate in Gen.Choose(1, int.MaxValue)
        select (RateLimit?)new RateLimit(burst, rate);

    private static readonly Gen<RoomEvent> AnyEvent = Gen.OneOf(
        from room in Arbitrary.Text
        from you in AnyMember
        from line in Gen.Choose(0, int.MaxValue)
        from pace in Gen.OneOf(Gen.Constant<RateLimit?>(null), AnyRateLimit)
        from pings in Gen.Elements(true, false)
        from refs in Gen.Elements(true, false)
        from page in Gen.Elements(0, 200)
        select (RoomEvent)new Welcomed(room, you, line, pace, pings)
        {
            KnowsRefs = refs,
            IsYours = !refs,
            LongestPage = page,
            Log = refs ? LogId.New() : null,
            Zone = refs ? -210 : null,
            Taken = refs ? room : null,
        },
        from messages in AnyMessage.ArrayOf()
        from older in Gen.Elements(true, false)
        from newer in Gen.Elements(true, false)
        select (RoomEvent)new RoomEvent.HistoryPage(messages.Length * 7L, messages, older, newer),
        from messages in AnyMessage.ArrayOf()
        from next in Gen.Elements<long?>(null, 1L << 40)
        from cut in Gen.Elements(true, false)
        select (RoomEvent)new RoomEvent.Found(-messages.Length, messages, next, cut),
        from room in Arbitrary.Text
        select (RoomEvent)new RoomEvent.Challenged(room, "bm9uY2U="),
        Arbitrary.Text.Select(name => (RoomEvent)new RoomEvent.StoredForLater(name, Nowhere, default)),
        Gen.Choose(0, int.MaxValue).Select(id => (RoomEvent)new RoomEvent.Acknowledged($"r{id}", id)),
        AnyMessage.Select(message => (RoomEvent)new RoomEvent.Spoken(message)),
        from message in AnyMessage
        from to in Arbitrary.Text
        from waited in Gen.OneOf(Gen.Constant<long?>(null), Gen.Choose(0, int.MaxValue).Select(number => (long?)number))
        select (RoomEvent)new RoomEvent.PrivateMessage(message, new Member(to, Nowhere)) { Waited = waited },
        Gen.Elements(true, false).Select(
            isIgnoring => (RoomEvent)new RoomEvent.IgnoringChanged(isIgnoring, Nowhere, default)),
        Arbitrary.Text.Select(name => (RoomEvent)new RoomEvent.NameChanged(new Member(name, Nowhere))),
        AnyMessage.ArrayOf().Select(messages => (RoomEvent)new RoomEvent.HistoryShown(messages)),
        AnyMember.ArrayOf().Select(members => (RoomEvent)new RoomEvent.MembersShown(members)),
        from joined in AnyMember.ArrayOf()
        from left in AnyMember.ArrayOf()
        select (RoomEvent)new RoomEvent.MembersChanged([], joined, left),
        Arbitrary.Text.Select(text => (RoomEvent)new RoomEvent.NoticeShown(text)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(number => (RoomEvent)new RoomEvent.Pinged(number * 1000L)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(number => (RoomEvent)new RoomEvent.Ponged(number * 1000L)),
        (from who in AnyMember from text in Arbitrary.Text select new Absence(who, text)).ArrayOf()
            .Select(absences => (RoomEvent)new RoomEvent.AwayShown(absences)),
        Gen.Choose(0, int.MaxValue).Select(id => (RoomEvent)new RoomEvent.Missed(id, id * 3L, id * 2L)),
        from code in Arbitrary.Text
        from text in Arbitrary.Text
        from closes in Gen.Elements(true, false)
        select (RoomEvent)new RoomEvent.Refused(new Refusal(code, text, closes), Nowhere, default));

    private static RoomEvent? Read(ReadOnlyMemory<byte> line)
    {
        var good = RichFrame.TryRead(line, out var said);
        Assert.Equal(good, said is not null);
        return said;
    }

    [Fact]
    public void An_encoded_event_is_decoded_to_the_same() => Property.HoldsFor(AnyEvent, said =>
    {
        var line = JsonEncoder.Rich.Encode([said])[0];
        Assert.Equivalent(said, Read(line.AsMemory()[..^1]), strict: true);
    }, times: 1000);

    [Fact]
    public void Member_changes_and_refusals_carry_only_what_changed()
    {
        var frames = JsonEncoder.Rich.Encode([OfEachKind[4], OfEachKind[7]])[0].AsMemory();
        var end = frames.Span.IndexOf((byte)'\n');

        Assert.Equivalent(new RoomEvent.MembersChanged([], [Who], []), Read(frames[..end]), strict: true);
        Assert.Equal(new RoomEvent.Refused(Refusal.TooSlow, Nowhere, default), Read(frames[(end + 1)..^1]));
    }

    [Fact]
    public void A_requested_member_list_is_decoded_as_a_list() => Assert.Equivalent(
        new RoomEvent.MembersShown([Bean, Who]), Read(
            JsonEncoder.Rich.Encode([Listed])[0].AsMemory()[..^1]), strict: true);

    [Fact]
    public void Unknown_fields_and_kinds_and_another_order_do_not_matter() => Assert.Equivalent(
        new RoomEvent.Spoken(Hello),
        Read(Encoding.UTF8.GetBytes("""
            {"data": [{"time": "2023-08-10 16:02:43", "message": "大家好", "mood": ["a"], "from": ["192.168.38.149", 7788, "wlan0"],
             "nickname": "小糖豆", "kind": "whispered", "id": 7}], "when": null, "msg": "anything", "code": 1}
            """)),
        strict: true);
}
