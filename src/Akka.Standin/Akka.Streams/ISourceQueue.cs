namespace Akka.Streams;

/// <summary>The end of a stream that elements are put in at.</summary>
public interface ISourceQueue<in T>
{
    /// <summary>
    /// Done when the element is in the stream or its buffer, or is not going to be. With <see cref="OverflowStrategy.Backpressure"/>
    /// that may take a while; offer the next one only then.
    /// </summary>
    /// <exception cref="StreamDetachedException">The stream has ended.</exception>
    Task<IQueueOfferResult> OfferAsync(T element);

    /// <summary>Done when the queue has passed on its last element or the stream wants no more; failed when it was failed.</summary>
    Task WatchCompletionAsync();
}
