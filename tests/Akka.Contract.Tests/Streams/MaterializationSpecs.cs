using System.Collections.Immutable;
using Akka.Actor;
using Akka.Contract.Tests.Actor;
using Akka.Streams;
using Akka.Streams.Dsl;

namespace Akka.Contract.Tests.Streams;

public sealed class MaterializationSpecs : Spec
{
    [Fact]
    public async Task To_keeps_the_value_of_the_source()
    {
        var queue = Source.Queue<int>(4, OverflowStrategy.Backpressure).To(Sink.Ignore<int>()).Run(Sys.Materializer());

        queue.Complete();

        await queue.WatchCompletionAsync().WaitAsync(Patience);
    }

    [Fact]
    public async Task ToMaterialized_keeps_what_it_is_told_to()
    {
        var source = Source.Queue<int>(4, OverflowStrategy.Backpressure);
        var materializer = Sys.Materializer();

        var left = source.ToMaterialized(Sink.Seq<int>(), Keep.Left).Run(materializer);
        var right = Source.Single(1).ToMaterialized(Sink.Seq<int>(), Keep.Right).Run(materializer);
        var (queue, all) = source.ToMaterialized(Sink.Seq<int>(), Keep.Both).Run(materializer);
        var own = source.ToMaterialized(Sink.Seq<int>(), (q, seq) => (q, seq)).Run(materializer);

        left.Complete();
        Assert.Equal([1], await right.WaitAsync(Patience));
        queue.Complete();
        Assert.Empty(await all.WaitAsync(Patience));
        own.q.Complete();
        Assert.Empty(await own.seq.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_graph_can_be_run_any_number_of_times()
    {
        var graph = Source.From(Enumerable.Range(1, 3)).Select(number => number * 2).ToMaterialized(Sink.Seq<int>(), Keep.Right);
        var materializer = Sys.Materializer();

        Assert.Equal([2, 4, 6], await graph.Run(materializer).WaitAsync(Patience));
        Assert.Equal([2, 4, 6], await graph.Run(materializer).WaitAsync(Patience));
    }

    [Fact]
    public async Task MapMaterializedValue_makes_another_of_it()
    {
        var graph = Source.Single(1).MapMaterializedValue(_ => "value").To(Sink.Ignore<int>());

        await Task.Yield();
        Assert.Equal("value", graph.Run(Sys.Materializer()));
    }

    [Fact]
    public async Task A_stream_of_an_actor_ends_with_the_actor()
    {
        var actor = Sys.ActorOf(Doing.Props((_, context) => context.Sender.Tell(
            Source.Queue<int>(4, OverflowStrategy.Backpressure).ToMaterialized(Sink.Seq<int>(), Keep.Right).Run(context.Materializer()))));
        actor.Tell("run");
        var all = ExpectMsg<Task<IImmutableList<int>>>();
        Assert.False(all.IsCompleted);

        Sys.Stop(actor);

        await Assert.ThrowsAsync<AbruptStageTerminationException>(() => all.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_stream_of_the_system_ends_with_the_system()
    {
        var all = Source.Queue<int>(4, OverflowStrategy.Backpressure).ToMaterialized(Sink.Seq<int>(), Keep.Right).Run(Sys.Materializer());

        await Sys.Terminate().WaitAsync(Patience);

        await Assert.ThrowsAsync<AbruptStageTerminationException>(() => all.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_kill_switch_ends_a_stream_from_outside()
    {
        var (kill, all) = Source.Queue<int>(4, OverflowStrategy.Backpressure)
            .ViaMaterialized(KillSwitches.Single<int>(), Keep.Right)
            .ToMaterialized(Sink.Seq<int>(), Keep.Both)
            .Run(Sys.Materializer());

        kill.Shutdown();

        Assert.Empty(await all.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_kill_switch_can_end_it_with_a_failure()
    {
        var (kill, all) = Source.Queue<int>(4, OverflowStrategy.Backpressure)
            .ViaMaterialized(KillSwitches.Single<int>(), Keep.Right)
            .ToMaterialized(Sink.Seq<int>(), Keep.Both)
            .Run(Sys.Materializer());

        kill.Abort(new InvalidOperationException("no luck"));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => all.WaitAsync(Patience));
        Assert.Contains("no luck", thrown.ToString());
    }
}
