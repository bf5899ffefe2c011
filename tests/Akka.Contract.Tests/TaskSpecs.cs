using Akka.Actor;

namespace Akka.Contract.Tests;

/// <summary>PipeTo tells an actor how a task ended, and a question asked from outside ends in time.</summary>
public sealed class TaskSpecs : Spec
{
    private static readonly Task<int> Failed = Task.FromException<int>(new InvalidOperationException("no luck"));

    [Fact]
    public void What_a_task_ends_with_is_told_as_it_is_or_made_into_another_message()
    {
        Task.FromResult(42).PipeTo(TestActor);
        ExpectMsg(42);

        Task.FromResult(42).PipeTo(TestActor, success: number => $"number {number}");
        ExpectMsg("number 42");

        Task.CompletedTask.PipeTo(TestActor, success: () => "done");
        ExpectMsg("done");
    }

    [Fact]
    public void A_failure_is_told_as_a_Failure_or_made_into_another_message()
    {
        Failed.PipeTo(TestActor);
        Assert.Equal("no luck", ExpectMsg<Status.Failure>().Cause.Message);

        Failed.PipeTo(TestActor, failure: exception => exception.Message);
        ExpectMsg("no luck");
    }

    [Fact]
    public void A_cancelled_task_is_a_failure_too()
    {
        Task.FromCanceled<int>(new CancellationToken(true)).PipeTo(TestActor);

        Assert.IsAssignableFrom<OperationCanceledException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void An_actor_pipes_to_itself_and_goes_on_working_meanwhile()
    {
        var result = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Sys.ActorOf(Doing.Props((message, context) =>
        {
            if (message is "look up")
                result.Task.PipeTo(context.Self, context.Sender);
            else
                context.Sender.Tell(message);
        }));

        actor.Tell("look up");
        actor.Tell("meanwhile");
        ExpectMsg("meanwhile");
        result.SetResult("found");

        ExpectMsg("found");
    }

    [Fact]
    public async Task Asking_gives_the_answer_or_ends_when_time_is_up()
    {
        Assert.Equal("hello", await Sys.ActorOf(Doing.Echo()).Ask<string>("hello", Patience));

        var silent = Sys.ActorOf(Doing.Props((_, _) => { }));
        await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ask<string>("hello", Moment));
    }

    [Fact]
    public async Task Identify_is_answered_by_every_actor_and_for_the_dead()
    {
        var actor = Sys.ActorOf(Doing.Props((_, _) => { }));
        Assert.Equal(actor, (await actor.Ask<ActorIdentity>(new Identify(null), Patience)).Subject);

        Assert.True(await actor.GracefulStop(Patience));

        Assert.Null((await actor.Ask<ActorIdentity>(new Identify(null), Patience)).Subject);
    }
}
