using FsCheck;
using FsCheck.Fluent;
using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Dialects;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests;

/// <summary>Changes of messages: what they do, and what clients get.</summary>
public sealed class MessageChangeSpecs
{
    private static readonly ChatMessage Edited = Change(12, MessageKind.Edited, "see you at 4");
    private static readonly ChatMessage Recalled = Change(13, MessageKind.Recalled, "");
    private static readonly ChatMessage Gone = Hello with { Text = "", IsGone = true };

    private static readonly Gen<ChatMessage[]> AnyChanges = Gen.ArrayOf(
        from id in Gen.Choose(1, 20)
        from isRecall in Gen.Elements(false, false, false, true)
        select Change(id, isRecall ? MessageKind.Recalled : MessageKind.Edited, isRecall ? "" : $"text {id}"));

    [Fact]
    public void The_same_changes_give_the_same_message_in_any_order_and_however_often() => Property.HoldsFor(
        from changes in AnyChanges
        from shuffled in Gen.Shuffle(changes)
        from again in changes.Length == 0 ? Gen.Constant(shuffled) : Gen.Elements(changes)
            .Select(change => shuffled.Append(change).ToArray())
        select (changes, again),
        arrived => Assert.Equal(After(Hello, arrived.changes), After(Hello, arrived.again)));

    [Fact]
    public void A_page_from_between_two_changes_gives_the_same_message() => Property.HoldsFor(
        from changes in AnyChanges
        from count in Gen.Choose(0, changes.Length)
        from shuffled in Gen.Shuffle(changes)
        select (changes, count, shuffled),
        log => Assert.Equal(
            After(Hello, log.changes), After(After(Hello, log.changes[..log.count]), log.shuffled)));

    [Fact]
    public void Version_2_has_fields_and_reads_them_again()
    {
        ChatMessage[] messages = [Hello with { Edited = 12 }, Gone, Edited];
        AssertJson(
            """
            {"code":0,"msg":"消息记录","data":[
              {"id":7,"kind":"said","edited":12,"nickname":"小糖豆","from":["192.168.38.149",7788],"message":"大家好","time":"2023-08-10 16:02:43"},
              {"id":7,"kind":"said","gone":true,"nickname":"小糖豆","from":["192.168.38.149",7788],"message":"","time":"2023-08-10 16:02:43"},
              {"id":12,"kind":"edited","of":7,"nickname":"小糖豆","from":["192.168.38.149",7788],"message":"see you at 4","time":"2023-08-10 16:02:43"}]}
            """,
            Written(JsonEncoder.Rich2, new RoomEvent.HistoryShown(messages)));
        var line = JsonEncoder.Rich2.Encode([new RoomEvent.HistoryShown(messages)])[0];

        Assert.True(RichFrame.TryRead(line.AsMemory()[..^1], out var read));
        Assert.Equal(messages, Assert.IsType<RoomEvent.HistoryShown>(read).Messages);
    }

    [Fact]
    public void A_recall_has_a_text_for_clients_that_do_not_know_it() => AssertJson(
        """{"code":1,"msg":"msg","data":[{"id":13,"kind":"recalled","of":7,"nickname":"小糖豆","from":["192.168.38.149",7788],"message":"took a message back","time":"2023-08-10 16:02:43"}]}""",
        Written(JsonEncoder.Rich2, Spoken(Recalled)));

    [Fact]
    public void Version_1_shows_changes_as_actions()
    {
        Assert.Contains("\"kind\":\"acted\"", Written(JsonEncoder.Rich, Spoken(Edited)), StringComparison.Ordinal);
        Assert.Contains(
            "\"message\":\"corrected: see you at 4\"", Written(JsonEncoder.Rich, Spoken(Edited)),
            StringComparison.Ordinal);
        Assert.Contains(
            "\"message\":\"took a message back\"", Written(JsonEncoder.Rich, Spoken(Recalled)),
            StringComparison.Ordinal);
        foreach (var said in new RoomEvent[]
        {
            new RoomEvent.HistoryShown([Gone]), new RoomEvent.HistoryPage(0, [Gone], false, false),
            new RoomEvent.Found(0, [Gone], null, false),
        })
        {
            Assert.Contains(
                "\"message\":\"took a message back\"", Written(JsonEncoder.Rich, said), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("terminal")]
    [InlineData("colon")]
    [InlineData("pychat")]
    [InlineData("miniqq")]
    [InlineData("line")]
    public void Older_clients_see_readable_lines(string name)
    {
        var dialect = AllDialects.List.Single(one => one.Name == name);
        foreach (var (message, text) in new[] { (Edited, "corrected: see you at 4"), (Recalled, "took a message back") })
        {
            var action = message with { Kind = MessageKind.Acted, Text = text, Target = null };
            Assert.Equal(Frames(dialect, Spoken(action)), Frames(dialect, Spoken(message)));
            Assert.Contains(text, string.Concat(Frames(dialect, Spoken(message))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_reply_has_its_quote_in_version_2_and_in_front_of_the_text_elsewhere()
    {
        var reply = Hello with { Id = 9, Re = 7, Quote = new Quote("你是谁啊", "see you at 3"), Text = "yes" };
        AssertJson(
            """
            {"code":1,"msg":"msg","data":[{"id":9,"kind":"said","re":7,"quote":{"nickname":"你是谁啊","message":"see you at 3"},
              "nickname":"小糖豆","from":["192.168.38.149",7788],"message":"yes","time":"2023-08-10 16:02:43"}]}
            """,
            Written(JsonEncoder.Rich2, Spoken(reply)));
        Assert.True(RichFrame.TryRead(JsonEncoder.Rich2.Encode([Spoken(reply)])[0].AsMemory()[..^1], out var read));
        Assert.Equal(reply, Assert.IsType<RoomEvent.Spoken>(read).Message);
        foreach (var dialect in AllDialects.List)
        {
            var frames = Frames(dialect, Spoken(reply with { Re = null, Quote = null, Text = "↪ 你是谁啊 \"see you at 3\": yes" }));
            Assert.Equal(frames, Frames(dialect, Spoken(reply)));
        }

        Assert.Contains("\"message\":\"↪ yes\"", Written(JsonEncoder.Line, Spoken(reply with { Quote = null })));
    }

    [Theory]
    [InlineData("a", 41, 40)]
    [InlineData("大", 21, 20)]
    public void A_quote_in_front_of_a_text_has_forty_cells(string character, int length, int shown)
    {
        var quote = new Quote("ann", string.Concat(Enumerable.Repeat(character, length)));

        Assert.Contains(
            $"\\\"{string.Concat(Enumerable.Repeat(character, shown))}…\\\": yes",
            Written(JsonEncoder.Line, Spoken(Hello with { Re = 7, Quote = quote, Text = "yes" })));
    }

    [Theory]
    [InlineData("""{"say":"yes","re":7}""")]
    [InlineData("""{"act":"nods","re":7}""")]
    public void A_reply_is_read_and_written(string line) =>
        AssertJson(line, System.Text.Encoding.UTF8.GetString(RichRequest.Of(Meaning(line))));

    [Theory]
    [InlineData("""{"edit":7,"text":"new","ref":"r"}""")]
    [InlineData("""{"recall":7,"ref":"r"}""")]
    public void Requests_are_read_and_written(string line)
    {
        var request = Meaning(line);
        ClientMessage expected = line.Contains("edit", StringComparison.Ordinal)
            ? new ClientMessage.Edit(7, "new") { Ref = "r" }
            : new ClientMessage.Recall(7) { Ref = "r" };

        Assert.Equal(expected, request);
        AssertJson(line, System.Text.Encoding.UTF8.GetString(RichRequest.Of(request, "r")));
    }

    [Fact]
    public void An_edit_without_a_text_is_incomplete() => Assert.Equal(
        ClientMessages.Invalid(Refusal.Incomplete), Meaning("""{"edit":7}"""));

    private static ClientMessage Meaning(string line) => new ConversationDriver()
        .Receive("""{"hello":2,"nick":"ann"}""" + "\n").Receive(line + "\n").Messages[1];

    private static ChatMessage After(ChatMessage message, IEnumerable<ChatMessage> changes) =>
        changes.Aggregate(message, (before, change) => before.After(change));

    private static ChatMessage Change(long id, MessageKind kind, string text) =>
        Hello with { Id = id, Kind = kind, Text = text, Target = Hello.Id };
}
