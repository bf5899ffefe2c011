using System.Text;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class ConversationSpecs
{
    private readonly Outbox _outbox = new(10);
    private readonly Conversation _conversation;
    private readonly List<string> _declined = [];

    public ConversationSpecs()
    {
        Assert.True(Nick.TryCreate("Ann", out var nick, out _));
        _conversation = new Conversation(nick, _outbox, new TestClock());
    }

    private string Write() =>
        Encoding.UTF8.GetString(_conversation.TakeForWriting((line, why) => Assert.Fail($"{line}: {why}")));

    private SessionProtocol.Heard Hear(params RoomEvent[] events) =>
        _conversation.Hear(events, (line, why) => _declined.Add($"{line.Text}: {why}"));

    private void Enter()
    {
        Write();
        Hear(Said.Welcome);
        Hear(new RoomEvent.MembersShown([Said.Welcome.You]));
    }

    private void Ask(params ClientMessage[] wishes)
    {
        foreach (var wish in wishes) Assert.True(_outbox.TryKeep(new Line(wish, $"{wish}")));
        Write();
    }

    [Fact]
    public void It_begins_with_a_greeting_and_says_nothing_more_before_it_is_welcomed()
    {
        _outbox.TryKeep(new Line("hello"));

        Assert.Equal("{\"hello\":2,\"nick\":\"Ann\"}\n", Write());
        Assert.Equal("", Write());
        Hear(Said.Welcome);
        Assert.Equal("{\"say\":\"hello\"}\n", Write());
    }

    [Fact]
    public void Answers_of_version_2_are_known_by_the_ids_of_requests()
    {
        Write();
        Hear(Said.Welcome with { Protocol = 2, LongestPage = 200 }, new RoomEvent.MembersShown([Said.Welcome.You]));
        var look = new ClientMessage.Look(5, null, null, null, null);
        ClientMessage[] wishes =
            [new ClientMessage.Say("a"), look, new ClientMessage.List(), new ClientMessage.Away("x")];
        foreach (var wish in wishes)
            Assert.True(_outbox.TryKeep(new Line(wish, $"{wish}")));
        Assert.Equal(
            "{\"say\":\"a\",\"id\":1}\n{\"history\":true,\"id\":2}\n{\"list\":true,\"id\":3}\n{\"away\":\"x\",\"id\":4}\n", Write());

        // What others would be taken for in version 1.
        Assert.Empty(Hear(
            Said.By(Said.Mine, "a"),
            Said.Refusal(Refusal.Ignoring),
            new RoomEvent.PageShown(5, [], false, false)).Answered);
        Assert.Empty(Hear(new RoomEvent.Known(null, 1) { ReplyTo = 9 }).Answered);

        Assert.IsType<ClientMessage.Say>(
            Assert.Single(Hear(new RoomEvent.Known(null, 1) { ReplyTo = 1 }).Answered).Wish);
        var page = Hear(new RoomEvent.PageShown(0, [], false, false) { ReplyTo = 2 });
        Assert.Equal(
            (5, look),
            (Assert.IsType<RoomEvent.PageShown>(Assert.Single(page.Events)).Tag, Assert.Single(page.Answered).Wish));
        Assert.IsType<RoomEvent.MembersListed>(
            Assert.Single(Hear(new RoomEvent.MembersShown([]) { ReplyTo = 3 }).Events));
        Assert.Empty(Hear(Said.Refusal(Refusal.AwayTooLong) with { ReplyTo = 4 }).Answered);
        Assert.Single(_declined);
        Assert.True(_outbox.IsEmpty);
    }

    [Fact]
    public void Who_was_here_before_says_which_message_they_heard_last()
    {
        Enter();
        Hear(new RoomEvent.HistoryShown([Said.Message("one", id: 7), Said.Message("two", id: 8)]));
        Assert.Equal(new HeardUpTo(8), _conversation.Last);
        Hear(new RoomEvent.Spoken(Said.Message("three", id: 9)), new RoomEvent.HistoryShown([]));
        Assert.Equal(new HeardUpTo(9), _conversation.Last);

        var next = new Conversation(_conversation.Nick, _outbox, new TestClock(), _conversation.Last);

        Assert.Equal("{\"hello\":2,\"nick\":\"Ann\",\"since\":9}\n", Encoding.UTF8.GetString(
            next.TakeForWriting((_, _) => { })));
        next.Hear(
            [Said.Welcome, new RoomEvent.HistoryShown([Said.Message("a room that has forgotten begins anew", id: 1)])],
            (_, _) => { });
        Assert.Equal(new HeardUpTo(1), next.Last);
    }

    [Fact]
    public void And_of_which_history_it_is_which_counts_for_nothing_in_another()
    {
        const string one = "0123456789abcdef", other = "fedcba9876543210";
        Write();
        Hear(Said.Welcome with { Log = one }, new RoomEvent.HistoryShown(
            [Said.Message("one", id: 21)]), new RoomEvent.Spoken(Said.Message("no part of it", id: 0)));
        var next = new Conversation(_conversation.Nick, _outbox, new TestClock(), _conversation.Last);

        Assert.Equal($"{{\"hello\":2,\"nick\":\"Ann\",\"since\":21,\"log\":\"{one}\"}}\n", Encoding.UTF8.GetString(
            next.TakeForWriting((_, _) => { })));
        next.Hear([Said.Welcome with { Log = other }], (_, _) => { });
        Assert.Null(next.Last);
        next.Hear([new RoomEvent.HistoryShown([Said.Message("first", id: 1)])], (_, _) => { });

        Assert.Equal(new HeardUpTo(1, other), next.Last);
    }

    [Fact]
    public void A_ping_is_answered_before_anything_is_said_and_is_not_for_the_user()
    {
        Enter();
        _outbox.TryKeep(new Line("hello"));

        Assert.Empty(Hear(new RoomEvent.Pinged(41), new RoomEvent.Pinged(42)).Events);

        Assert.Equal("{\"pong\":42}\n", Write());
        Assert.Equal("{\"say\":\"hello\"}\n", Write());
    }

    [Fact]
    public void One_s_own_lines_are_known_by_their_address()
    {
        Enter();
        var (first, second) = (new Line("same", 1), new Line("same", 2));
        _outbox.TryKeep(first);
        _outbox.TryKeep(second);
        Write();
        RoomEvent[] said = [Said.By(Said.Another, "same"), Said.By(Said.Mine, "same"), Said.By(Said.Another, "x")];

        var heard = Hear(said);

        Assert.Equal(said, heard.Events);
        Assert.Equal([first], heard.Answered);
        Assert.Equal([second], Hear(Said.By(Said.Mine, "same")).Answered);
    }

    [Theory]
    [InlineData(MessageKind.Joined)]
    [InlineData(MessageKind.Room)]
    public void What_the_room_says_is_nobody_s_line_even_from_the_same_address(MessageKind kind)
    {
        Enter();
        _outbox.TryKeep(new Line("hello"));
        Write();

        Assert.Empty(Hear(new RoomEvent.Spoken(Said.Message("hello", Said.Mine, kind: kind))).Answered);
    }

    [Fact]
    public void A_refusal_that_closes_is_kept_and_one_that_does_not_is_for_the_user()
    {
        Enter();
        var harmless = Said.Refusal(Refusal.UnknownRequest);

        Assert.Equal([harmless], Hear(harmless).Events);
        Assert.Null(_conversation.Refused);
        Assert.Empty(Hear(Said.Refusal(Refusal.TooSlow)).Events);
        Assert.Equal(Refusal.TooSlow, _conversation.Refused);
    }

    [Fact]
    public void A_refusal_answers_the_first_line_and_the_user_is_told_which_and_why()
    {
        Enter();
        _outbox.TryKeep(new Line(new ClientMessage.Tell("Ben", "psst"), "@Ben psst"));
        _outbox.TryKeep(new Line("hello"));
        Write();

        var heard = Hear(Said.Refusal(Refusal.NobodyOfThatName), Said.By(Said.Mine, "hello"));

        Assert.Equal(["@Ben psst: there is nobody of that name here"], _declined);
        Assert.Equal([Said.By(Said.Mine, "hello")], heard.Events);
        Assert.Equal(["hello"], heard.Answered.Select(line => line.Text));
    }

    [Fact]
    public void The_members_one_is_shown_on_entering_are_no_answer_and_later_ones_are()
    {
        Write();
        Hear(Said.Welcome);
        Ask(new ClientMessage.List());
        RoomEvent.MembersShown members = new([Said.Welcome.You]);

        var entrance = Hear(members);
        Assert.Equal([members], entrance.Events);
        Assert.Empty(entrance.Answered);

        var answer = Hear(members);
        Assert.Equal(members.Members, Assert.IsType<RoomEvent.MembersListed>(Assert.Single(answer.Events)).Members);
        Assert.Single(answer.Answered);
    }

    [Fact]
    public void The_next_greeting_is_by_the_name_that_was_taken_meanwhile()
    {
        Enter();
        Assert.Equal("Ann", _conversation.Nick.Text);

        Hear(new RoomEvent.NameChanged(new Member("Anna", Said.Mine)));

        Assert.Equal("Anna", _conversation.Nick.Text);
    }
}
