namespace Akka.Streams.Implementation;

/// <summary>
/// The stage above, for a stage that does not only wait for it: a pull may be under way while something else happens, and the stage
/// above can be left even then.
/// </summary>
internal sealed class Upstream<T> : IAsyncDisposable
{
    private readonly CancellationTokenSource _cancelled;
    private readonly IAsyncEnumerator<T> _elements;
    private Task<bool>? _pull;

    public Upstream(IAsyncEnumerable<T> elements, CancellationToken cancelled)
    {
        _cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        _elements = elements.GetAsyncEnumerator(_cancelled.Token);
    }

    /// <summary>The pull under way; the same one until its element was taken.</summary>
    public Task<bool> Pull() => _pull ??= _elements.MoveNextAsync().AsTask();

    /// <summary>The element that the pull has brought.</summary>
    public T Take()
    {
        _pull = null;
        return _elements.Current;
    }

    public async ValueTask DisposeAsync()
    {
        await _cancelled.CancelAsync();
        if (_pull is not null)
            await ((Task)_pull).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _elements.DisposeAsync();
        _cancelled.Dispose();
    }
}
