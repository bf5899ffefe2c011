using System.Text;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class ConversationSpecs
{
    private readonly Outbox _outbox = new(10);
    private readonly Conversation _conversation;

    public ConversationSpecs()
    {
        Assert.True(Nick.TryCreate("Ann", out var nick, out _));
        _conversation = new Conversation(nick, _outbox);
    }

    private string Write() => Encoding.UTF8.GetString(_conversation.TakeForWriting((line, why) => Assert.Fail($"{line}: {why}")));

    private void Enter()
    {
        Write();
        _conversation.Hear([Said.Welcome]);
    }

    [Fact]
    public void It_begins_with_a_greeting_and_says_nothing_more_before_it_is_welcomed()
    {
        _outbox.TryKeep(new Line("hello"));

        Assert.Equal("{\"hello\":1,\"nick\":\"Ann\"}\n", Write());
        Assert.Equal("", Write());
        _conversation.Hear([Said.Welcome]);
        Assert.Equal("{\"say\":\"hello\"}\n", Write());
    }

    [Fact]
    public void A_ping_is_answered_before_anything_is_said_and_is_not_for_the_user()
    {
        Enter();
        _outbox.TryKeep(new Line("hello"));

        Assert.Empty(_conversation.Hear([new RoomEvent.Pinged(41), new RoomEvent.Pinged(42)]).Events);

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

        var heard = _conversation.Hear(said);

        Assert.Equal(said, heard.Events);
        Assert.Equal([first], heard.Echoed);
        Assert.Equal([second], _conversation.Hear([Said.By(Said.Mine, "same")]).Echoed);
    }

    [Theory]
    [InlineData(MessageKind.Joined)]
    [InlineData(MessageKind.Room)]
    public void What_the_room_says_is_nobody_s_line_even_from_the_same_address(MessageKind kind)
    {
        Enter();
        _outbox.TryKeep(new Line("hello"));
        Write();

        Assert.Empty(_conversation.Hear([new RoomEvent.Spoken(Said.Message("hello", Said.Mine, kind: kind))]).Echoed);
    }

    [Fact]
    public void A_refusal_that_closes_is_kept_and_one_that_does_not_is_for_the_user()
    {
        Enter();
        var harmless = Said.Refusal(Refusal.UnknownRequest);

        Assert.Equal([harmless], _conversation.Hear([harmless]).Events);
        Assert.Null(_conversation.Refused);
        Assert.Empty(_conversation.Hear([Said.Refusal(Refusal.TooSlow)]).Events);
        Assert.Equal(Refusal.TooSlow, _conversation.Refused);
    }
}
