namespace Akka.Streams.Implementation;

/// <summary>One run of a stream.</summary>
internal static class StreamRun
{
    /// <summary>Pulls all there is, on the thread pool, until it is done or the materializer ends.</summary>
    public static async Task<TResult> Start<T, TResult>(
        ActorMaterializer materializer, IAsyncEnumerable<T> elements, Func<IAsyncEnumerable<T>, CancellationToken, Task<TResult>> consume)
    {
        try
        {
            return await Task.Run(() => consume(elements, materializer.Stopped)).WaitAsync(materializer.Stopped).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (materializer.IsShutdown)
        {
            throw new AbruptStageTerminationException("The actor that the stream belonged to has stopped");
        }
    }
}
