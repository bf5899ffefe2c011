using Akka.Actor;
using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class RoomWindowManagerSpecs : ChatSpec
{
    private readonly IActorRef _first;

    public RoomWindowManagerSpecs()
    {
        StartChat("localhost:9001", "Ann");
        _first = Join(1, [1]);
        List("Ours", "Yours");
    }

    private IActorRef Join(int number, int[] numbers)
    {
        var session = Session.FishForMessage<Relay.Started>(_ => true).Relay;
        Session.ExpectMsg<SessionProtocol.MeasureLatency>();
        ExpectActive(number, numbers);
        Receive(session, Event.Welcome);
        ExpectPrompt("Ann> ");
        return session;
    }

    private void ExpectSent(IActorRef session, string text)
    {
        Assert.Equal(text, Session.FishForMessage<SessionProtocol.Send>(_ => true).Request.Text);
        Assert.Equal(session, Session.LastSender);
    }

    [Theory]
    [InlineData("/join yours", "Ann at 10.0.0.1:8002")]
    [InlineData("/join 2", "Ann at 10.0.0.1:8001")]
    [InlineData("/join 3", "Ann at 10.0.0.1:8002")]
    [InlineData("/join localhost:9002", "Ann at localhost:9002")]
    public void Another_room_is_joined_by_name_number_or_address(string typed, string opened)
    {
        Type(typed);

        Join(2, [1, 2]);
        Assert.Equal(opened, Opened[^1]);
        ExpectSilence(Session);
    }

    [Fact]
    public void An_unknown_room_leaves_the_active_window_unchanged()
    {
        Type("/join nowhere");

        ExpectProblem("No room nowhere");
        Type("hello");
        ExpectSent(_first, "hello");
        Assert.Single(Opened);
    }

    [Fact]
    public void Input_is_sent_to_the_active_room()
    {
        Type("/join 2");
        var second = Join(2, [1, 2]);

        Type("to the second");
        ExpectSent(second, "to the second");
        SwitchTo(1);
        ExpectActive(1, 1, 2);
        Type("to the first");
        ExpectSent(_first, "to the first");
        SwitchBy(-1);
        ExpectActive(2, 1, 2);
        SwitchBy(1);
        ExpectActive(1, 1, 2);
        SwitchTo(7);
        ExpectActive(1, 1, 2);
        Type("/window 2");
        ExpectActive(2, 1, 2);
        Type("/window");
        ExpectActive(1, 1, 2);
        Type("/window 7");
        ExpectProblem("There is no window 7.");
        Type("/window 0");
        ExpectActive(0, 1, 2);
    }

    [Fact]
    public void Messages_are_shown_in_the_window_of_their_room()
    {
        Type("/join 2");
        var second = Join(2, [1, 2]);

        // In two steps: relays of two sessions forward in either order.
        Receive(_first, new RoomEvent.Spoken(Event.Message("one")));
        var window = WindowOf("one");
        Receive(second, new RoomEvent.Spoken(Event.Message("two")));

        Assert.NotEqual(window, WindowOf("two"));
    }

    private int WindowOf(string text) => View.FishForMessage<ViewProtocol.In>(
        message => message.Shown is ViewProtocol.ShowMessage shown && shown.Message.Text == text).Window;

    [Fact]
    public void Every_input_is_acknowledged()
    {
        Action[] inputs = [() => Type("hello"), () => Type("/nope"), () => SwitchTo(5), () => SwitchBy(1), Escape];
        foreach (var input in inputs)
        {
            input();
            View.FishForMessage<ViewProtocol.InputHandled>(_ => true);
        }

        ExpectSilence(View);
    }

    [Fact]
    public void Joining_a_joined_room_switches_to_it()
    {
        Type("/join 2");
        Join(2, [1, 2]);

        Type("/join localhost:9001");

        ExpectActive(1, 1, 2);
        Assert.Equal(2, Opened.Count);
    }

    [Theory]
    [InlineData("/list")]
    [InlineData("/join")]
    public void The_room_list_can_be_viewed_without_leaving_a_room(string typed)
    {
        Type(typed);
        ExpectActive(0, 1);
        FishShown<ViewProtocol.ShowRooms>(shown => shown.IsChoosing && shown.Rooms.Count == 2);
        Escape();
        ExpectActive(1, 1);
        FishShown<ViewProtocol.ShowRooms>(shown => !shown.IsChoosing);
        Type(typed);
        Type("yours");

        Join(2, [1, 2]);
        ExpectSilence(Session);
    }

    [Fact]
    public void Leaving_a_room_shows_the_next_one_and_frees_its_number()
    {
        Type("/join 2");
        Join(2, [1, 2]);
        Type("/join 3");
        var third = Join(3, [1, 2, 3]);
        SwitchTo(2);

        Type("/part");
        ExpectActive(3, 1, 3);
        Type("hello");
        ExpectSent(third, "hello");
        Type("/part");
        ExpectActive(1, 1);
        Type("/join 2");
        Join(2, [1, 2]);
    }

    [Fact]
    public void A_refused_join_closes_the_window_and_is_reported_in_the_active_one()
    {
        Type("/join 2");
        var second = Session.FishForMessage<Relay.Started>(_ => true).Relay;
        SwitchTo(1);
        ExpectActive(1, 1, 2);

        End(second, Refusal.RoomFull, "lost words");

        ExpectActive(1, 1);
        ExpectProblem("Not sent: lost words");
        ExpectProblem($"10.0.0.1:8001: {Refusal.RoomFull.Sentence()}");
    }

    [Fact]
    public void A_refused_nickname_is_prompted_for_in_its_window_and_Escape_cancels()
    {
        Type("/join 2");
        End(Session.FishForMessage<Relay.Started>(_ => true).Relay, Refusal.NicknameReserved);
        ExpectPrompt("Your nickname: ");
        ExpectProblem(Refusal.NicknameReserved.Sentence());

        Escape();
        ExpectPrompt("Room or HOST:PORT: ");
        Escape();
        ExpectActive(1, 1);
    }

    [Fact]
    public void A_joined_room_is_not_joined_again_at_another_address()
    {
        const string log = "0123456789abcdef";
        Receive(_first, Event.Welcome with { Log = log });
        ListWith(log, "Ours", "Yours");
        FishShown<ViewProtocol.ShowRooms>(shown => shown.Rooms.Any(room => room is { Number: 1, Log: log }));

        Type("/join ours");

        ExpectActive(1, 1);
        Assert.Single(Opened);
    }

    [Fact]
    public void Windows_and_discovered_rooms_share_their_numbers()
    {
        FishShown<ViewProtocol.ShowRooms>(
            shown => shown.Rooms.Select(room => $"{room.Number} {room.Name}").SequenceEqual(["2 Ours", "3 Yours"]));

        Type("/join 3");
        Join(2, [1, 2]);
        SwitchTo(1);

        FishShown<ViewProtocol.ShowRooms>(
            shown => shown.Rooms.Select(room => $"{room.Number} {room.Name}").SequenceEqual(["2 Yours", "3 Ours"]));
    }

    [Fact]
    public void The_number_of_joined_rooms_is_limited()
    {
        for (var number = 2; number <= RoomWindowManager.MaxRooms; number++)
        {
            Type($"/join localhost:{9000 + number}");
            Join(number, [.. Enumerable.Range(1, number)]);
        }

        Type("/join localhost:9999");

        ExpectProblem("Limit of 9 rooms reached");
        Assert.Equal(RoomWindowManager.MaxRooms, Opened.Count);
    }

    [Fact]
    public void Quitting_leaves_every_room_first()
    {
        Type("/join 2");
        var second = Join(2, [1, 2]);
        Type("/quit");
        Session.FishForMessage<SessionProtocol.Leave>(_ => true);
        Session.ExpectMsg<SessionProtocol.Leave>();

        End(_first, null, "one");
        ExpectProblem("Not sent: one");
        ExpectSilence(View);
        End(second, null, "two");
        ExpectProblem("Not sent: two");
        ExpectExit();
    }
}
