using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class DeathWatchSpecs : Spec
{
    private sealed record Left(string Nick);

    private IActorRef StartWatching(Action<IActorContext> watch) =>
        Sys.ActorOf(Doing.Props((message, context) =>
        {
            if (message is "watch")
            {
                watch(context);
                context.Sender.Tell("watching");
            }
            else if (message is Terminated terminated)
            {
                TestActor.Tell($"{terminated.ActorRef.Path.Name} terminated");
            }
            else
            {
                TestActor.Tell(message);
            }
        }));

    private void WaitUntilWatching(IActorRef watcher)
    {
        watcher.Tell("watch");
        ExpectMsg("watching");
    }

    [Fact]
    public void A_watcher_is_told_when_the_watched_one_has_terminated()
    {
        var watched = Sys.ActorOf(Doing.Echo(), "connection");
        var watcher = StartWatching(context => context.Watch(watched));
        WaitUntilWatching(watcher);

        Sys.Stop(watched);

        ExpectMsg("connection terminated");
    }

    [Fact]
    public void WatchWith_sends_the_watchers_own_message_instead_of_Terminated()
    {
        var watched = Sys.ActorOf(Doing.Echo());
        var watcher = StartWatching(context => context.WatchWith(watched, new Left("Ann")));
        WaitUntilWatching(watcher);

        Sys.Stop(watched);

        ExpectMsg(new Left("Ann"));
    }

    [Fact]
    public void A_restart_of_the_watched_one_is_no_termination()
    {
        var watched = Sys.ActorOf(Doing.Props((_, context) =>
        {
            context.Sender.Tell("failing");
            throw new InvalidOperationException();
        }));
        var watcher = StartWatching(context => context.WatchWith(watched, new Left("Ann")));
        WaitUntilWatching(watcher);

        watched.Tell("fail");
        watched.Tell("fail");

        ExpectMsg("failing");
        ExpectMsg("failing");
        watcher.Tell("still here");
        ExpectMsg("still here");
    }

    [Fact]
    public void Watching_an_actor_that_has_already_terminated_tells_at_once()
    {
        var dead = Watch(Sys.ActorOf(Doing.Echo()));
        Sys.Stop(dead);
        ExpectTerminated(dead);

        WaitUntilWatching(StartWatching(context => context.WatchWith(dead, new Left("Ann"))));

        ExpectMsg(new Left("Ann"));
    }

    [Fact]
    public void Every_watcher_is_told()
    {
        var watched = Sys.ActorOf(Doing.Echo());
        foreach (var nick in new[] { "Ann", "Bob", "Cid" })
            WaitUntilWatching(StartWatching(context => context.WatchWith(watched, new Left(nick))));

        Sys.Stop(watched);

        Assert.Equal(["Ann", "Bob", "Cid"], ReceiveN(3).Cast<Left>().Select(left => left.Nick).Order());
    }

    [Fact]
    public void Unwatching_ends_it()
    {
        var watched = Sys.ActorOf(Doing.Echo());
        var watcher = StartWatching(context =>
        {
            context.WatchWith(watched, new Left("Ann"));
            context.Unwatch(watched);
        });
        WaitUntilWatching(watcher);

        Watch(watched);
        Sys.Stop(watched);

        ExpectTerminated(watched);
        watcher.Tell("silence");
        ExpectMsg("silence");
    }

    [Fact]
    public void The_last_messages_of_the_watched_one_arrive_before_the_news_of_its_death()
    {
        var watched = Sys.ActorOf(Doing.Props((_, context) =>
        {
            for (var i = 0; i < 100; i++)
                context.Sender.Tell(i);
            context.Stop(context.Self);
        }));
        Watch(watched);

        watched.Tell("go");

        for (var i = 0; i < 100; i++)
            ExpectMsg(i);
        ExpectTerminated(watched);
    }
}
