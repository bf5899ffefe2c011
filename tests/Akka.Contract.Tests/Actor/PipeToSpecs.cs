using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class PipeToSpecs : Spec
{
    [Fact]
    public void The_result_of_a_task_is_told()
    {
        Task.Run(() => 42).PipeTo(TestActor);

        ExpectMsg(42);
    }

    [Fact]
    public void The_result_can_be_made_into_another_message()
    {
        Task.Run(() => 42).PipeTo(TestActor, success: number => $"number {number}");

        ExpectMsg("number 42");
    }

    [Fact]
    public void A_failed_task_is_told_as_a_Failure()
    {
        Task.FromException<int>(new InvalidOperationException("no luck")).PipeTo(TestActor);

        Assert.Equal("no luck", ExpectMsg<Status.Failure>().Cause.Message);
    }

    [Fact]
    public void A_failure_can_be_made_into_another_message()
    {
        Task.FromException<int>(new InvalidOperationException("no luck"))
            .PipeTo(TestActor, failure: exception => exception.Message);

        ExpectMsg("no luck");
    }

    [Fact]
    public void A_task_without_a_result_can_be_piped_as_well()
    {
        Task.CompletedTask.PipeTo(TestActor, success: () => "done");
        ExpectMsg("done");

        Task.FromException(new InvalidOperationException("no luck")).PipeTo(TestActor, failure: exception => exception.Message);
        ExpectMsg("no luck");
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
}
