using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class AskSpecs : Spec
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task The_answer_is_what_is_told_to_the_sender()
    {
        var echo = Sys.ActorOf(Doing.Echo());

        Assert.Equal("hello", await echo.Ask<string>("hello", Patience));
        Assert.Equal((object)42, await echo.Ask(42, Patience));
    }

    [Fact]
    public async Task Answers_find_their_questions()
    {
        var echo = Sys.ActorOf(Doing.Echo());

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => echo.Ask<int>(i, Patience)));

        Assert.Equal(Enumerable.Range(0, 500), answers);
    }

    [Fact]
    public async Task No_answer_in_time_is_a_timeout()
    {
        var silent = Sys.ActorOf(Doing.Props((_, _) => { }));

        await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ask<string>("hello", Short));
    }

    [Fact]
    public async Task Asking_a_terminated_actor_times_out_too()
    {
        var dead = Watch(Sys.ActorOf(Doing.Echo()));
        Sys.Stop(dead);
        ExpectTerminated(dead);

        await Assert.ThrowsAsync<AskTimeoutException>(() => dead.Ask<string>("hello", Short));
    }

    [Fact]
    public async Task A_Failure_for_an_answer_is_thrown()
    {
        var failing = Sys.ActorOf(Doing.Props((_, context) =>
            context.Sender.Tell(new Status.Failure(new InvalidOperationException("no luck")))));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => failing.Ask<string>("hello", Patience));

        Assert.Equal("no luck", thrown.Message);
    }

    [Fact]
    public async Task A_Failure_that_was_asked_for_is_handed_over()
    {
        var failing = Sys.ActorOf(Doing.Props((_, context) =>
            context.Sender.Tell(new Status.Failure(new InvalidOperationException("no luck")))));

        var answer = await failing.Ask<Status>("hello", Patience);

        Assert.Equal("no luck", Assert.IsType<Status.Failure>(answer).Cause.Message);
    }

    [Fact]
    public async Task An_answer_of_another_type_is_an_error()
    {
        var echo = Sys.ActorOf(Doing.Echo());

        await Assert.ThrowsAsync<ArgumentException>(() => echo.Ask<int>("not a number", Patience));
    }

    [Fact]
    public async Task A_question_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var silent = Sys.ActorOf(Doing.Props((_, _) => { }));
        var answer = silent.Ask<string>("hello", Patience, cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }
}
