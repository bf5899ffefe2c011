namespace LanChat.Client.Transfers;

/// <summary>
/// The one request of an upload that may be pending. Requests are numbered, so that the response to
/// a cancelled one is recognised.
/// </summary>
internal sealed class TusRequest
{
    private CancellationTokenSource? _cancellation;

    public bool IsUnderWay => _cancellation is not null;

    public TusStep Step { get; private set; }

    /// <summary>Number of the pending request, or of the last one.</summary>
    public int Number { get; private set; }

    public bool IsSending => IsUnderWay && Step == TusStep.Append;

    public CancellationToken Begin(TusStep step)
    {
        (_cancellation, Step) = (new CancellationTokenSource(), step);
        Number++;
        return _cancellation.Token;
    }

    /// <summary>Cancels the request if it is pending.</summary>
    public void End()
    {
        _cancellation?.Cancel();
        _cancellation?.Dispose();
        _cancellation = null;
    }
}
