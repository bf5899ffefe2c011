using System.Text;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class ConnectionStateSpecs
{
    private readonly Outbox _outbox = new(10);
    private readonly ConnectionState _state;
    private readonly List<string> _declined = [];

    public ConnectionStateSpecs()
    {
        Assert.True(Nick.TryCreate("Ann", out var nick, out _));
        _state = new ConnectionState(new Hello(nick), _outbox, new TestClock());
    }

    private string Write() =>
        Encoding.UTF8.GetString(_state.DequeueBytes((request, reason) => Assert.Fail($"{request}: {reason}")));

    private SessionProtocol.EventsReceived Handle(params RoomEvent[] events) =>
        _state.Handle(events, (request, reason) => _declined.Add($"{request.Text}: {reason}"));

    private void Join()
    {
        Write();
        Handle(Event.Welcome);
        Handle(new RoomEvent.MembersShown([Event.Welcome.You]));
    }

    private void Send(params ClientMessage[] requests)
    {
        foreach (var request in requests) Assert.True(_outbox.TryEnqueue(new OutgoingRequest(request, $"{request}")));
        Write();
    }

    [Fact]
    public void Requests_wait_for_the_welcome_after_the_hello()
    {
        _outbox.TryEnqueue(new OutgoingRequest("hello"));

        Assert.Equal("{\"hello\":2,\"nick\":\"Ann\"}\n", Write());
        Assert.Equal("", Write());
        Handle(Event.Welcome);
        Assert.Equal("{\"say\":\"hello\"}\n", Write());
    }

    [Fact]
    public void Version_2_replies_are_matched_by_request_id()
    {
        Write();
        Handle(Event.Welcome with { Protocol = 2, LongestPage = 200 }, new RoomEvent.MembersShown([Event.Welcome.You]));
        var look = new ClientMessage.ReadHistory(5, null, null, null, null);
        ClientMessage[] requests =
            [new ClientMessage.Say("a"), look, new ClientMessage.List(), new ClientMessage.Away("x")];
        foreach (var request in requests)
            Assert.True(_outbox.TryEnqueue(new OutgoingRequest(request, $"{request}")));
        Assert.Equal(
            "{\"say\":\"a\",\"id\":1}\n{\"history\":true,\"id\":2}\n"
            + "{\"list\":true,\"id\":3}\n{\"away\":\"x\",\"id\":4}\n",
            Write());

        // Version 1 would take these for replies.
        Assert.Empty(Handle(
            Event.By(Event.Mine, "a"),
            Event.Refusal(Refusal.Ignoring),
            new RoomEvent.HistoryPage(5, [], false, false)).Answered);
        Assert.Empty(Handle(new RoomEvent.Acknowledged(null, 1) { ReplyTo = 9 }).Answered);

        Assert.IsType<ClientMessage.Say>(
            Assert.Single(Handle(new RoomEvent.Acknowledged(null, 1) { ReplyTo = 1 }).Answered).Message);
        var page = Handle(new RoomEvent.HistoryPage(0, [], false, false) { ReplyTo = 2 });
        Assert.Equal(
            (5, look),
            (Assert.IsType<RoomEvent.HistoryPage>(Assert.Single(page.Events)).Tag,
                Assert.Single(page.Answered).Message));
        Assert.IsType<RoomEvent.MembersListed>(
            Assert.Single(Handle(new RoomEvent.MembersShown([]) { ReplyTo = 3 }).Events));
        Assert.Empty(Handle(Event.Refusal(Refusal.AwayTooLong) with { ReplyTo = 4 }).Answered);
        Assert.Single(_declined);
        Assert.True(_outbox.IsEmpty);
    }

    [Fact]
    public void A_private_message_of_version_2_comes_back_with_the_id_of_its_request()
    {
        Write();
        Handle(Event.Welcome with { Protocol = 2 }, new RoomEvent.MembersShown([Event.Welcome.You]));
        var (first, second) = (new ClientMessage.Tell("bob", "a"), new ClientMessage.Tell("bob", "a"));
        Send(first, second);
        var copy = new RoomEvent.PrivateMessage(
            Event.Message("a", Event.Mine, id: 0, MessageKind.Private), new Member("bob", Event.Mine));
        RoomEvent reply = new RoomEvent.Acknowledged(null, 0);

        var answers = Handle(copy with { ReplyTo = 1 }, reply with { ReplyTo = 1 });
        Assert.Same(first, Assert.Single(answers.Answered).Message);
        Assert.Single(answers.Events);
        Assert.Empty(Handle(copy).Answered); // of an older server, whose reply follows
        Assert.Same(second, Assert.Single(Handle(reply with { ReplyTo = 2 }).Answered).Message);
        Assert.True(_outbox.IsEmpty);
    }

    [Fact]
    public void The_hello_has_the_id_of_the_last_received_message()
    {
        Join();
        Handle(new RoomEvent.HistoryShown([Event.Message("one", id: 7), Event.Message("two", id: 8)]));
        Assert.Equal(new HistoryPosition(8), _state.Hello.Position);
        Handle(new RoomEvent.Spoken(Event.Message("three", id: 9)), new RoomEvent.HistoryShown([]));
        Assert.Equal(new HistoryPosition(9), _state.Hello.Position);

        var next = new ConnectionState(_state.Hello, _outbox, new TestClock());

        Assert.Equal("{\"hello\":2,\"nick\":\"Ann\",\"since\":9}\n", Encoding.UTF8.GetString(
            next.DequeueBytes((_, _) => { })));
        next.Handle(
            [
                Event.Welcome,
                new RoomEvent.HistoryShown([Event.Message("a room that has forgotten begins anew", id: 1)]),
            ],
            (_, _) => { });
        Assert.Equal(new HistoryPosition(1), next.Hello.Position);
    }

    [Fact]
    public void The_hello_has_the_log_id_and_another_log_clears_the_position()
    {
        const string one = "0123456789abcdef", other = "fedcba9876543210";
        Write();
        Handle(Event.Welcome with { Log = one }, new RoomEvent.HistoryShown(
            [Event.Message("one", id: 21)]), new RoomEvent.Spoken(Event.Message("no part of it", id: 0)));
        var next = new ConnectionState(_state.Hello, _outbox, new TestClock());

        Assert.Equal($"{{\"hello\":2,\"nick\":\"Ann\",\"since\":21,\"log\":\"{one}\"}}\n", Encoding.UTF8.GetString(
            next.DequeueBytes((_, _) => { })));
        next.Handle([Event.Welcome with { Log = other }], (_, _) => { });
        Assert.Null(next.Hello.Position);
        next.Handle([new RoomEvent.HistoryShown([Event.Message("first", id: 1)])], (_, _) => { });

        Assert.Equal(new HistoryPosition(1, other), next.Hello.Position);
    }

    [Fact]
    public void A_ping_is_answered_before_requests_and_not_reported()
    {
        Join();
        _outbox.TryEnqueue(new OutgoingRequest("hello"));

        Assert.Empty(Handle(new RoomEvent.Pinged(41), new RoomEvent.Pinged(42)).Events);

        Assert.Equal("{\"pong\":42}\n", Write());
        Assert.Equal("{\"say\":\"hello\"}\n", Write());
    }

    [Fact]
    public void The_client_s_own_messages_are_recognized_by_address()
    {
        Join();
        var (first, second) = (new OutgoingRequest("same", 1), new OutgoingRequest("same", 2));
        _outbox.TryEnqueue(first);
        _outbox.TryEnqueue(second);
        Write();
        RoomEvent[] said =
            [Event.By(Event.Another, "same"), Event.By(Event.Mine, "same"), Event.By(Event.Another, "x")];

        var received = Handle(said);

        Assert.Equal(said, received.Events);
        Assert.Equal([first], received.Answered);
        Assert.Equal([second], Handle(Event.By(Event.Mine, "same")).Answered);
    }

    [Theory]
    [InlineData(MessageKind.Joined)]
    [InlineData(MessageKind.Room)]
    public void System_messages_answer_no_request_even_from_the_same_address(MessageKind kind)
    {
        Join();
        _outbox.TryEnqueue(new OutgoingRequest("hello"));
        Write();

        Assert.Empty(Handle(new RoomEvent.Spoken(Event.Message("hello", Event.Mine, kind: kind))).Answered);
    }

    [Fact]
    public void A_closing_refusal_is_kept_and_another_one_is_reported()
    {
        Join();
        var harmless = Event.Refusal(Refusal.UnknownRequest);

        Assert.Equal([harmless], Handle(harmless).Events);
        Assert.Null(_state.ClosingRefusal);
        Assert.Empty(Handle(Event.Refusal(Refusal.TooSlow)).Events);
        Assert.Equal(Refusal.TooSlow, _state.ClosingRefusal);
    }

    [Fact]
    public void A_refusal_answers_the_first_request()
    {
        Join();
        _outbox.TryEnqueue(new OutgoingRequest(new ClientMessage.Tell("Ben", "psst"), "@Ben psst"));
        _outbox.TryEnqueue(new OutgoingRequest("hello"));
        Write();

        var received = Handle(Event.Refusal(Refusal.NobodyOfThatName), Event.By(Event.Mine, "hello"));

        Assert.Equal(["@Ben psst: there is nobody of that name here"], _declined);
        Assert.Equal([Event.By(Event.Mine, "hello")], received.Events);
        Assert.Equal(["hello"], received.Answered.Select(request => request.Text));
    }

    [Fact]
    public void The_member_list_on_joining_is_no_reply_and_later_ones_are()
    {
        Write();
        Handle(Event.Welcome);
        Send(new ClientMessage.List());
        RoomEvent.MembersShown members = new([Event.Welcome.You]);

        var entrance = Handle(members);
        Assert.Equal([members], entrance.Events);
        Assert.Empty(entrance.Answered);

        var answer = Handle(members);
        Assert.Equal(members.Members, Assert.IsType<RoomEvent.MembersListed>(Assert.Single(answer.Events)).Members);
        Assert.Single(answer.Answered);
    }

    [Fact]
    public void The_next_hello_has_the_changed_nickname()
    {
        Join();
        Assert.Equal("Ann", _state.Hello.Nick.Text);

        Handle(new RoomEvent.NameChanged(new Member("Anna", Event.Mine)));

        Assert.Equal("Anna", _state.Hello.Nick.Text);
    }
}
