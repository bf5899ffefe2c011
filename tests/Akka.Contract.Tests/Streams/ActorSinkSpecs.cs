using Akka.Actor;
using Akka.Streams;
using Akka.Streams.Dsl;

namespace Akka.Contract.Tests.Streams;

public sealed class ActorSinkSpecs : Spec
{
    private Sink<T, NotUsed> ToTestActor<T>() =>
        Sink.ActorRefWithAck<T>(TestActor, "init", "ack", "complete", exception => $"failed: {exception.Message}");

    [Fact]
    public void Each_element_waits_until_the_one_before_was_acknowledged()
    {
        Source.From(Enumerable.Range(1, 3)).RunWith(ToTestActor<int>(), Sys.Materializer());

        ExpectMsg("init");
        for (var i = 1; i <= 3; i++)
        {
            Assert.False(HasMessages);
            LastSender.Tell("ack");
            ExpectMsg(i);
        }
        LastSender.Tell("ack");
        ExpectMsg("complete");
    }

    [Fact]
    public void Without_an_acknowledgement_nothing_more_comes()
    {
        Source.From(Enumerable.Range(1, 3)).RunWith(ToTestActor<int>(), Sys.Materializer());
        ExpectMsg("init");
        var stream = LastSender;

        ExpectNoMsg(TimeSpan.FromMilliseconds(100));

        stream.Tell("ack");
        ExpectMsg(1);
    }

    [Fact]
    public void A_failure_is_told()
    {
        Source.From(Enumerable.Range(1, 3))
            .Select(number => number < 2 ? number : throw new InvalidOperationException("no luck"))
            .RunWith(ToTestActor<int>(), Sys.Materializer());

        FishForMessage(message =>
        {
            LastSender.Tell("ack");
            return message is "failed: no luck";
        });
    }

    [Fact]
    public async Task The_stream_ends_with_the_actor()
    {
        var probe = CreateTestProbe();
        var queue = Source.Queue<string>(4, OverflowStrategy.Backpressure)
            .To(Sink.ActorRefWithAck<string>(probe.Ref, "init", "ack", "complete"))
            .Run(Sys.Materializer());
        await probe.ExpectMsgAsync("init");
        probe.Reply("ack");

        Sys.Stop(probe.Ref);

        await queue.WatchCompletionAsync().WaitAsync(Patience);
    }
}
