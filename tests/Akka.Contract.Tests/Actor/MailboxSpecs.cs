using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class MailboxSpecs : Spec
{
    [Fact]
    public void Messages_of_one_sender_arrive_in_the_order_they_were_sent()
    {
        var actor = Sys.ActorOf(Doing.Props((message, _) => TestActor.Tell(message)));

        for (var i = 0; i < 10_000; i++)
            actor.Tell(i);

        for (var i = 0; i < 10_000; i++)
            ExpectMsg(i);
    }

    [Fact]
    public async Task Messages_of_several_senders_keep_the_order_of_each()
    {
        var last = new int[4];
        var actor = Sys.ActorOf(Doing.Props((message, _) =>
        {
            var (sender, number) = ((int, int))message;
            Assert.Equal(last[sender] + 1, number);
            last[sender] = number;
            if (number == 5_000)
                TestActor.Tell(sender);
        }));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(sender => Task.Run(() =>
        {
            for (var i = 1; i <= 5_000; i++)
                actor.Tell((sender, i));
        })));

        Assert.Equal([0, 1, 2, 3], ReceiveN(4).Cast<int>().Order());
    }

    [Fact]
    public async Task An_actor_handles_one_message_at_a_time()
    {
        const int Senders = 4, Each = 5_000;
        var inside = 0;
        var handled = 0;
        var actor = Sys.ActorOf(Doing.Props((_, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            handled++;
            Interlocked.Decrement(ref inside);
            if (handled == Senders * Each)
                TestActor.Tell("all");
        }));

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
                actor.Tell(i);
        })));

        ExpectMsg("all");
    }

    [Fact]
    public void Many_actors_run_at_once_on_few_threads()
    {
        var actors = Enumerable.Range(0, 1_000).Select(_ => Sys.ActorOf(Doing.Echo())).ToList();

        foreach (var actor in actors)
            actor.Tell("hello");

        var answered = new HashSet<IActorRef>();
        for (var i = 0; i < actors.Count; i++)
        {
            ExpectMsg("hello");
            answered.Add(LastSender);
        }
        Assert.Equal(actors.Count, answered.Count);
    }
}
