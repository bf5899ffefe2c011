using Akka.Actor;
using Akka.Event;

namespace Akka.Contract.Tests;

/// <summary>
/// An actor handles one message at a time, those of one sender in order, its own after all that waits already; what
/// nobody handles is published.
/// </summary>
public sealed class MailboxSpecs : Spec
{
    private sealed class Picky : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }

    [Fact]
    public async Task Messages_of_several_senders_keep_the_order_of_each_and_are_handled_one_at_a_time()
    {
        var inside = 0;
        var last = new int[4];
        var actor = Sys.ActorOf(Doing.Props((message, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            var (sender, number) = ((int, int))message;
            Assert.Equal(last[sender] + 1, number);
            last[sender] = number;
            if (number == 5_000)
                TestActor.Tell(sender);
            Interlocked.Decrement(ref inside);
        }));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(sender => Task.Run(() =>
        {
            for (var i = 1; i <= 5_000; i++)
                actor.Tell((sender, i));
        })));

        Assert.Equal([0, 1, 2, 3], ReceiveN(4).Cast<int>().Order());
    }

    [Fact]
    public void What_an_actor_tells_itself_comes_after_what_waits_and_before_what_comes_later()
    {
        using var waiting = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Doing.Props((message, context) =>
        {
            TestActor.Tell(message);
            if (message is not "first")
                return;
            waiting.Wait(Patience);
            context.Self.Tell("flush");
        }));

        foreach (var message in new[] { "first", "second", "third" })
            actor.Tell(message);
        waiting.Set();

        foreach (var message in new[] { "first", "second", "third", "flush" })
            ExpectMsg(message);
        actor.Tell("later");
        ExpectMsg("later");
    }

    [Fact]
    public void What_an_actor_calls_unhandled_is_published()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var picky = Sys.ActorOf(Props.Create(() => new Picky()));

        picky.Tell(42);

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal(42, unhandled.Message);
        Assert.Equal(TestActor, unhandled.Sender);
        Assert.Equal(picky, unhandled.Recipient);
    }

    [Fact]
    public void A_message_to_a_terminated_actor_becomes_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var dead = Watch(Sys.ActorOf(Doing.Echo()));
        Sys.Stop(dead);
        ExpectTerminated(dead);

        dead.Tell("too late");

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("too late", letter.Message);
        Assert.Equal(TestActor, letter.Sender);
        Assert.Equal(dead, letter.Recipient);
    }

    [Fact]
    public void What_is_left_in_the_mailbox_of_an_actor_that_stops_becomes_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Sys.ActorOf(Doing.Props((_, context) =>
        {
            context.Self.Tell("left behind");
            context.Stop(context.Self);
        }));

        actor.Tell("stop");

        Assert.Equal("left behind", ExpectMsg<DeadLetter>().Message);
    }
}
