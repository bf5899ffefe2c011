namespace LanChat.Client.Transfers;

/// <summary>Progress of an upload: bytes, speed, and time since the last change.</summary>
/// <param name="name">Name of the file.</param>
/// <param name="clock">Measures the speed.</param>
internal sealed class UploadProgress(string name, TimeProvider clock)
{
    private (long Time, long Done) _start;
    private long _changed;
    private Transfer? _reported;

    /// <summary>Counts the bytes read or sent.</summary>
    public ProgressCounter Counter { get; } = new();

    /// <summary>Starts to measure the speed at this offset.</summary>
    public void BeginSending(long offset)
    {
        Counter.Done = offset;
        _start = (clock.GetTimestamp(), offset);
    }

    /// <summary>Restarts the timeout for a new request.</summary>
    public void BeginRequest() => _changed = clock.GetTimestamp();

    public bool IsStalled(TimeSpan timeout) => clock.GetElapsedTime(_changed) > timeout;

    /// <summary>
    /// Returns the progress to report; null if nothing has changed since the last report.
    /// </summary>
    /// <param name="state">The state of the upload.</param>
    /// <param name="hasAdvanced">Whether more bytes are done than at the last report.</param>
    public Transfer? Report(TransferState state, out bool hasAdvanced)
    {
        var now = new Transfer(name, Counter.Done, Counter.Size, state) { BytesPerSecond = Speed(state) };
        hasAdvanced = now.Done > _reported?.Done;
        if (now.Done == _reported?.Done && now.State == _reported?.State) return null;
        (_changed, _reported) = (clock.GetTimestamp(), now);
        return now;
    }

    private double Speed(TransferState state) =>
        state == TransferState.Sending && clock.GetElapsedTime(_start.Time).TotalSeconds is > 0 and var seconds
            ? (Counter.Done - _start.Done) / seconds
            : 0;
}
