using Akka.Actor;

namespace Akka.Streams.Implementation;

/// <summary>The end of a stream in an actor, which acknowledges each element before it gets the next.</summary>
internal sealed class ActorSink<T>(
    IActorRef target, object onInitMessage, object ackMessage, object onCompleteMessage, Func<Exception, object> onFailureMessage)
{
    private readonly SemaphoreSlim _acknowledged = new(0);
    private readonly TaskCompletionSource _targetEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task Run(ActorMaterializer materializer, IAsyncEnumerable<T> elements)
    {
        var self = materializer.ActorOf(Props.Create(() => new AckReceiver(target, ackMessage, _acknowledged, _targetEnded)));
        try
        {
            await StreamRun.Start(materializer, elements, (all, cancelled) => TellAll(all, self, cancelled)).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            target.Tell(onFailureMessage(failure), self);
        }
        finally
        {
            self.Tell(PoisonPill.Instance, ActorRefs.NoSender);
        }
    }

    private async Task<NotUsed> TellAll(IAsyncEnumerable<T> elements, IActorRef self, CancellationToken cancelled)
    {
        await using var upstream = new Upstream<T>(elements, cancelled);
        // The next element is on its way while the one before awaits its acknowledgement.
        var pull = upstream.Pull();
        target.Tell(onInitMessage, self);
        while (await BeforeTheTargetEnds(_acknowledged.WaitAsync(cancelled)) && await BeforeTheTargetEnds(pull))
        {
            if (!await pull)
            {
                target.Tell(onCompleteMessage, self);
                break;
            }

            var element = upstream.Take();
            pull = upstream.Pull();
            target.Tell(element!, self);
        }

        return NotUsed.Instance;
    }

    private async Task<bool> BeforeTheTargetEnds(Task task) => await Task.WhenAny(task, _targetEnded.Task) == task;
}
