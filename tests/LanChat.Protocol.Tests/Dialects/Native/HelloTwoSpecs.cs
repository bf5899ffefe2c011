using System.Text;
using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>Version 2: events have fields, and requests an id.</summary>
public sealed class HelloTwoSpecs
{
    private static readonly PeerAddress Nowhere = new("", 0);

    public static TheoryData<string, RoomEvent> Frames => new()
    {
        {
            """{"code":1,"msg":"msg","data":[{"id":9,"kind":"joined","from":["192.168.38.149",8001],"member":["你是谁啊",["192.168.38.203",51937]],"time":"2023-08-10 16:02:43"}]}""",
            Spoken(JoinMessage)
        },
        {
            """{"code":1,"msg":"msg","data":[{"id":8,"kind":"left","from":["192.168.38.149",8001],"member":["你是谁啊",["192.168.38.203",51937]],"time":"2023-08-10 16:02:43"}]}""",
            Spoken(LeaveMessage with { Time = Then })
        },
        {
            """{"code":1,"msg":"msg","data":[{"id":10,"kind":"renamed","from":["192.168.38.149",8001],"member":["你是谁啊",["192.168.38.203",51937]],"was":"你是谁","time":"2023-08-10 16:02:43"}]}""",
            Spoken(Renamed)
        },
        {
            """{"code":1,"msg":"msg","data":[{"id":0,"kind":"room","from":["192.168.38.149",8001],"event":"store-unavailable","time":"2023-08-10 16:02:43"}]}""",
            Spoken(ChatMessage.Of(new SystemMessage.StoreUnavailable(), Room, Then))
        },
        {
            """{"code":1,"msg":"msg","data":[{"id":0,"kind":"room","from":["192.168.38.149",8001],"event":"store-recovered","lost":3,"time":"2023-08-10 16:02:43"}]}""",
            Spoken(ChatMessage.Of(new SystemMessage.StoreRecovered(3), Room, Then))
        },
        {
            """{"code":1,"msg":"msg","data":[{"id":7,"kind":"file","nickname":"小糖豆","from":["192.168.38.149",7788],"time":"2023-08-10 16:02:43","file":{"id":3,"name":"notes.txt","size":12,"link":"/x","site":"http://192.168.38.149:8080"}}]}""",
            Spoken(
                Shared with
                {
                    File = Shared.File! with { Text = null, Link = "/x", Site = "http://192.168.38.149:8080" },
                })
        },
        {
            """{"code":1,"msg":"msg","data":[{"id":7,"kind":"said","nickname":"小糖豆","from":["192.168.38.149",7788],"message":"大家好","time":"2023-08-10 16:02:43"}]}""",
            Spoken(Hello)
        },
        { """{"code":4,"msg":"群公告","data":{"text":"be kind\r\n"}}""", new RoomEvent.NoticeShown("be kind\r\n") },
        { """{"code":4,"msg":"群公告","data":{"default":true,"address":["192.168.38.149",8001]}}""", new RoomEvent.DefaultNoticeShown(Room) },
        {
            """{"code":13,"id":4,"msg":"known","data":{"ref":"r","id":12}}""",
            new RoomEvent.Acknowledged("r", 12) { ReplyTo = 4 }
        },
        {
            """{"code":13,"id":-9223372036854775808,"msg":"known","data":{}}""",
            new RoomEvent.Acknowledged(null, 0) { ReplyTo = long.MinValue }
        },
        {
            """{"code":16,"id":5,"msg":"page","data":{"messages":[],"older":true,"newer":false}}""",
            new RoomEvent.HistoryPage(0, [], true, false) { ReplyTo = 5 }
        },
        { """{"code":17,"id":6,"msg":"found","data":{"messages":[],"next":3,"cut":true}}""", new RoomEvent.Found(0, [], 3, true) { ReplyTo = 6 } },
        {
            """{"code":9,"id":7,"msg":"error","data":{"error":"incomplete","text":"Something is missing: a name, a text, or both.","closes":false}}""",
            new RoomEvent.Refused(Refusal.Incomplete, Nowhere, default) { ReplyTo = 7 }
        },
        { """{"code":6,"id":8,"msg":"nick","data":"bob"}""", new RoomEvent.NameChanged(new Member("bob", Nowhere)) { ReplyTo = 8 } },
        { """{"code":7,"id":9,"msg":"ignoring","data":true}""", new RoomEvent.IgnoringChanged(true, Nowhere, default) { ReplyTo = 9 } },
        {
            """{"code":1,"id":10,"msg":"msg","data":[{"id":0,"kind":"private","to":"你是谁啊","nickname":"小糖豆","from":["192.168.38.149",7788],"message":"只有你","time":"2023-08-10 16:02:43"}]}""",
            PrivateEvent with { To = new Member(Who.Nickname, Nowhere), ReplyTo = 10 }
        },
    };

    private static RoomEvent? Read(string line) =>
        RichFrame.TryRead(Encoding.UTF8.GetBytes(line), out var said) ? said : null;

    private static ClientMessage Parse(int hello, string request) =>
        new ConversationDriver().Receive($$"""{"hello":{{hello}},"nick":"x"}""" + "\n").Receive(request + "\n").Messages[^1];

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_version_2_frame_is_encoded_and_decoded(string frame, RoomEvent said)
    {
        var lines = JsonEncoder.Rich2.Encode([said]);

        Assert.Equal(frame + "\n", Encoding.UTF8.GetString(Assert.Single(lines)));
        Assert.Equivalent(said, Read(frame), strict: true);
    }

    [Fact]
    public void An_away_request_is_acknowledged()
    {
        var noted = new RoomEvent.AwayNoted("at lunch", Room, Then);

        Assert.Equal("""{"code":13,"id":3,"msg":"known","data":{}}""" + "\n", Written(
            JsonEncoder.Rich2, noted with { ReplyTo = 3 }));
        Assert.Empty(JsonEncoder.Rich2.Encode([noted]));
        Assert.Empty(JsonEncoder.Rich.Encode([noted with { ReplyTo = 3 }]));
    }

    [Fact]
    public void A_requested_member_list_has_the_request_id() => Assert.StartsWith(
        """{"code":2,"id":1,""", Written(JsonEncoder.Rich2, Listed with { ReplyTo = 1 }), StringComparison.Ordinal);

    [Fact]
    public void Version_1_frames_have_no_request_id()
    {
        Assert.DoesNotContain("\"id\"", Written(
            JsonEncoder.Rich, Refused(Refusal.Incomplete) with { ReplyTo = 1 }), StringComparison.Ordinal);
        Assert.Empty(JsonEncoder.Rich.Encode([new RoomEvent.Acknowledged(null, 3) { ReplyTo = 1 }]));
        Assert.Equal(
            Written(JsonEncoder.Rich, PrivateEvent, PrivateFileEvent),
            Written(JsonEncoder.Rich, PrivateEvent with { ReplyTo = 1 }, PrivateFileEvent with { ReplyTo = 2 }));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(long.MaxValue, 2)]
    public void The_welcome_has_the_negotiated_version(long asked, int spoken)
    {
        var encoder = new ConversationDriver().Receive($$"""{"hello":{{asked}},"nick":"x"}""" + "\n").Conversation.Encoder;

        Assert.Contains($"\"protocol\":{spoken},", Written(
            encoder, new Welcomed("room", Bean, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_can_have_an_id()
    {
        Assert.Equal(new ClientMessage.Say("a") { RequestId = 7 }, Parse(2, """{"say":"a","id":7}"""));
        Assert.Equal(new ClientMessage.List { RequestId = 0 }, Parse(2, """{"id":0,"list":true}"""));
        Assert.Equal(new ClientMessage.ReadHistory(0, 5, null, null, null) { RequestId = 8 }, Parse(
            2, """{"history":true,"tag":4,"before":5,"id":8}"""));
        Assert.Equal(
            new ClientMessage.Invalid(Refusal.UnknownRequest) { RequestId = 9 }, Parse(2, """{"dance":true,"id":9}"""));
        Assert.Equal(new ClientMessage.Say("a"), Parse(2, """{"say":"a"}"""));
    }

    [Theory]
    [InlineData("\"7\"")]
    [InlineData("1.5")]
    [InlineData("9223372036854775808")]
    [InlineData("null")]
    [InlineData("[7]")]
    [InlineData("{\"id\":7}")]
    public void An_invalid_id_is_malformed_in_version_2_and_ignored_in_version_1(string id)
    {
        var request = $$"""{"say":"a","id":{{id}}}""";

        Assert.Equal(new ClientMessage.Invalid(Refusal.Malformed), Parse(2, request));
        Assert.Equal(new ClientMessage.Say("a"), Parse(1, request));
    }

    [Fact]
    public void Version_1_echoes_a_tag_and_ignores_an_id() => Assert.Equal(
        new ClientMessage.ReadHistory(4, 5, null, null, null),
        Parse(1, """{"history":true,"tag":4,"before":5,"id":8}"""));

    [Theory]
    [InlineData("""{"id":1,"kind":"joined","from":["::1",1],"time":"2023-08-10 16:02:43"}""")]
    [InlineData("""{"id":1,"kind":"joined","from":["::1",1],"member":[],"time":"2023-08-10 16:02:43"}""")]
    [InlineData("""{"id":1,"kind":"joined","from":["::1",1],"member":"ann","time":"2023-08-10 16:02:43"}""")]
    [InlineData(
        """{"id":1,"kind":"left","from":["::1",1],"member":["ann",["10.0.0.1",1e99]],"time":"2023-08-10 16:02:43"}""")]
    [InlineData(
        """{"id":1,"kind":"renamed","from":["::1",1],"member":["ann",["10.0.0.1",1]],"time":"2023-08-10 16:02:43"}""")]
    [InlineData("""{"id":1,"kind":"room","from":["::1",1],"time":"2023-08-10 16:02:43"}""")]
    [InlineData("""{"id":1,"kind":"room","from":["::1",1],"event":7,"time":"2023-08-10 16:02:43"}""")]
    [InlineData("""{"id":1,"kind":"room","from":["::1",1],"event":"store-recovered","lost":"3","time":"2023-08-10 16:02:43"}""")]
    [InlineData("""{"id":1,"kind":"joined","member":["ann",["10.0.0.1",1]],"time":"2023-08-10 16:02:43"}""")]
    [InlineData("""{"id":1,"kind":"said","nickname":"ann","from":["10.0.0.1",1],"time":"2023-08-10 16:02:43"}""")]
    [InlineData(
        """{"id":1,"kind":"said","member":["ann",["10.0.0.1",1]],"message":"x","time":"2023-08-10 16:02:43"}""")]
    [InlineData("""{"id":1,"kind":"joined","from":["::1",1],"member":["ann",["10.0.0.1",1]],"time":"yesterday"}""")]
    [InlineData("""{"id":1,"kind":"file","nickname":"ann","from":["10.0.0.1",1],"file":{"name":"x"},"time":"2023-08-10 16:02:43"}""")]
    public void A_message_without_its_fields_is_dropped(string message) =>
        Assert.Null(Read($$"""{"code":1,"msg":"msg","data":[{{message}}]}"""));

    [Theory]
    [InlineData("""{"code":13,"id":"7","msg":"known","data":{}}""")]
    [InlineData("""{"code":13,"id":null,"msg":"known","data":{}}""")]
    [InlineData("""{"code":4,"msg":"群公告","data":{}}""")]
    [InlineData("""{"code":4,"msg":"群公告","data":{"default":true}}""")]
    [InlineData("""{"code":4,"msg":"群公告","data":{"default":"yes","text":"x"}}""")]
    [InlineData("""{"code":4,"msg":"群公告","data":7}""")]
    public void A_frame_of_another_shape_is_dropped(string frame) => Assert.Null(Read(frame));

    [Fact]
    public void An_unknown_system_event_is_shown_by_its_text_or_name()
    {
        const string rest =
            "\"id\":1,\"kind\":\"room\",\"from\":[\"::1\",1],\"event\":\"moved\",\"time\":\"2023-08-10 16:02:43\"";
        string TextOf(string message) =>
            Assert.IsType<RoomEvent.Spoken>(Read($$"""{"code":1,"data":[{{{message}}}]}""")).Message.Text;

        Assert.Equal("The room has moved.", TextOf(rest + ",\"message\":\"The room has moved.\""));
        Assert.Equal("moved", TextOf(rest));
    }
}
