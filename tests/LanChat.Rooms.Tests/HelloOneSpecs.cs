using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;

namespace LanChat.Rooms.Tests;

/// <summary>
/// The bytes of one scripted session for clients of every dialect and mode that send <c>hello:
/// 1</c> or no hello. The files in <c>tests/fixtures/hello1</c> must not change.
/// </summary>
public sealed class HelloOneSpecs
{
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files, their dialects, and the first bytes of the client.</summary>
    public static TheoryData<string, string, string> Wires => new()
    {
        { "json-raw", "json", "x" },
        { "json-line", "json", "x\n" },
        { "json-rich", "json", "{\"hello\":1,\"nick\":\"x\"}\n" },
        { "terminal-raw", "terminal", "x" },
        { "terminal-line", "terminal", "x\n" },
        { "terminal-rich", "terminal", "{\"hello\":1,\"nick\":\"x\"}\n" },
        { "colon", "colon", "x" },
        { "pychat", "pychat", "{}" },
        { "miniqq", "miniqq", "{}" },
        { "line", "line", "login x\n" },
    };

    [Theory]
    [MemberData(nameof(Wires))]
    public void A_session_is_sent_byte_for_byte(string file, string dialect, string greeting)
    {
        var encoder = EncoderOf(dialect, greeting);
        var lines = new List<string>();
        foreach (var (what, events) in Session())
        {
            var frames = encoder.Encode(events);
            if (frames.Count > 0) lines.Add($"# {what}");
            lines.AddRange(frames.Select(frame => JsonSerializer.Serialize(Encoding.UTF8.GetString(frame), Readable)));
        }

        var path = Path.Combine(AppContext.BaseDirectory, "fixtures", "hello1", $"{file}.txt");
        Assert.Equal(File.ReadAllLines(path), lines);
    }

    private static IEncoder EncoderOf(string dialect, string greeting)
    {
        var conversation = AllDialects.List.Single(one => one.Name == dialect)
            .Open(WireLimits.Default, new PeerAddress("192.168.38.203", 51937));
        conversation.Begin();
        ReadOnlySpan<byte> bytes = Encoding.UTF8.GetBytes(greeting);
        while (conversation.TryRead(ref bytes, out _))
        {
        }

        conversation.Quiet();
        return conversation.Encoder;
    }

    /// <summary>All deliveries of the session, each with its cause.</summary>
    private static List<(string What, IReadOnlyList<RoomEvent> Events)> Session()
    {
        var deliveries = new List<(string, IReadOnlyList<RoomEvent>)>();
        var room = TestRoom.Open(rules => rules with { HistorySize = 50, HistorySizeRaw = 50 });
        room.Room.Open(new PeerAddress("192.168.38.149", 8001), new WebEndpoint(8080));
        var key = "a key";

        var x = new Member("x", new PeerAddress("fe80::1", 7));
        deliveries.Add(("welcomed", [
            new Welcomed("物联网数据平台", x, 65536, new RateLimit(20, 10), AnswersPings: true)
            {
                KnowsRefs = true, IsYours = true, LongestPage = 200, Log = "5f0c81d2a97e4b36", Zone = 60, Taken = "y",
                Files = new FileOffer(new WebEndpoint(8443, IsSecure: true), "token", 1000),
            },
        ]));
        var ann = room.Join("ann");
        var bean = room.Join("小糖豆");
        Collect("two enter");
        var odd = room.Join("a】的【b");
        room.Handle(odd, new ClientMessage.Rename("【c】改名为【d"));
        room.Handle(odd, new ClientMessage.Rename("】加入聊天室!"));
        room.Handle(odd, new ClientMessage.Rename("ann"));
        Collect("odd names");
        room.Say(ann, "大家好 😀");
        room.Say(ann, "two\nlines: \"quoted\" \\ :; \u001b[31m");
        room.Handle(bean, new ClientMessage.Act("waves\nand smiles"));
        room.Handle(bean, new ClientMessage.Say("once") { Ref = "r1" });
        room.Handle(bean, new ClientMessage.Say("once") { Ref = "r1" });
        Collect("said");
        room.Handle(ann, new ClientMessage.Tell("小糖豆", "psst"));
        room.Handle(ann, new ClientMessage.Tell("小糖豆", "psst") { Ref = "r2" });
        room.Handle(ann, new ClientMessage.Tell("nobody", "psst"));
        Collect("told");
        room.Handle(ann, new ClientMessage.Share("notes.txt", "hello \"file\"", null));
        room.Handle(ann, new ClientMessage.Share("notes.txt", "hello", "小糖豆"));
        room.Handle(ann, new ClientMessage.Share("empty.txt", "", null));
        var photo = new ChatFile(9, "照片, 1 bytes.png", 2009, null)
        {
            Type = "image/png",
            Link = "/files/abc/%E7%85%A7.png",
        };
        room.Room.ShareUpload(new Upload(1, photo, ann.Id, ann.Member.Address, null), room.Now);
        room.Room.ShareUpload(new Upload(2, photo, ann.Id, ann.Member.Address, "小糖豆"), room.Now);
        room.Room.ShareUpload(new Upload(3, photo, null, new PeerAddress("10.0.0.9", 5), null), room.Now);
        Collect("shared");
        room.Advance(TimeSpan.FromSeconds(59));
        room.Room.StoreFailed(room.Now);
        room.Room.StoreRecovered(0, room.Now);
        room.Room.StoreRecovered(3, room.Now);
        Collect("store");
        room.Room.ChangeNotice("Lunch\nat noon");
        Collect("notice");
        room.Handle(ann, new ClientMessage.Away("at lunch"));
        room.Handle(ann, new ClientMessage.Away(""));
        room.Handle(ann, new ClientMessage.Ignore());
        room.Say(ann, "ignored");
        room.Handle(ann, new ClientMessage.Ignore());
        room.Handle(ann, new ClientMessage.List());
        Collect("asked");
        var owner = room.Join(room.RequestFor("owner") with { Account = key });
        room.Handle(owner, new ClientMessage.Away("back soon"));
        room.Leave(owner);
        room.Handle(bean, new ClientMessage.Tell("OWNER", "for later"));
        room.Handle(bean, new ClientMessage.Tell("OWNER", "for later, too") { Ref = "r3" });
        Collect("waits");
        room.Join(room.RequestFor("owner") with { Account = key });
        Collect("waited");
        room.Room.Leave(ann.Id);
        Collect("leaves");
        deliveries.Add(("member changes", room.Room.DequeueMemberChanges().Events));
        deliveries.Add(("page", [new RoomEvent.HistoryPage(5, room.Room.InMemory, true, false)]));
        deliveries.Add(("found", [new RoomEvent.Found(6, [room.Room.InMemory[^1]], 7, true)]));
        deliveries.Add(("others", [
            new RoomEvent.NameTaken("ann", "ann_2", new PeerAddress("192.168.38.149", 8001), TestRoom.Local),
            new RoomEvent.Challenged("房间", "bm9uY2U="),
            new RoomEvent.HelpGiven(new PeerAddress("192.168.38.149", 8001), TestRoom.Local),
            new RoomEvent.Missed(3, 10, 6),
            new RoomEvent.Pinged(1),
            new RoomEvent.Ponged(2),
            new RoomEvent.Refused(Refusal.TooSlow, new PeerAddress("192.168.38.149", 8001), TestRoom.Local),
        ]));
        deliveries.Add(("entrance", room.Entrance()));
        return deliveries;

        void Collect(string what)
        {
            foreach (var delivery in TestRoom.All(room.DequeueOutcome()))
            {
                IReadOnlyList<RoomEvent> events = delivery switch
                {
                    Delivery.Broadcast broadcast => broadcast.Events,
                    Delivery.Reply reply => reply.Events,
                    Delivery.Joined joined => joined.Entrance.Events,
                    _ => [],
                };
                if (events.Count > 0) deliveries.Add(($"{what}: {delivery.GetType().Name}", events));
            }
        }
    }
}
