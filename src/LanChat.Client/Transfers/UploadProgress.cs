namespace LanChat.Client.Transfers;

/// <summary>How far an upload is, how fast it goes, and how long ago that changed.</summary>
/// <param name="name">The file's.</param>
/// <param name="clock">Measures how fast it goes.</param>
internal sealed class UploadProgress(string name, TimeProvider clock)
{
    private (long Time, long Done) _begun;
    private long _changed;
    private Transfer? _reported;

    /// <summary>Counts the bytes that were read or sent.</summary>
    public Pulse Pulse { get; } = new();

    /// <summary>Sending begins at this offset.</summary>
    public void BeginSending(long offset)
    {
        Pulse.Done = offset;
        _begun = (clock.GetTimestamp(), offset);
    }

    /// <summary>A request begins: patience with it is counted from now.</summary>
    public void BeginRequest() => _changed = clock.GetTimestamp();

    public bool IsStalled(TimeSpan patience) => clock.GetElapsedTime(_changed) > patience;

    /// <summary>What there is to report; null when nothing changed since the last report.</summary>
    /// <param name="state">How the upload stands.</param>
    /// <param name="hasAdvanced">Whether more is done than at the last report.</param>
    public Transfer? Report(TransferState state, out bool hasAdvanced)
    {
        var now = new Transfer(name, Pulse.Done, Pulse.Size, state) { BytesPerSecond = Speed(state) };
        hasAdvanced = now.Done > _reported?.Done;
        if (now.Done == _reported?.Done && now.State == _reported?.State) return null;
        (_changed, _reported) = (clock.GetTimestamp(), now);
        return now;
    }

    private double Speed(TransferState state) =>
        state == TransferState.Sending && clock.GetElapsedTime(_begun.Time).TotalSeconds is > 0 and var seconds
            ? (Pulse.Done - _begun.Done) / seconds
            : 0;
}
