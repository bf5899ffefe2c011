namespace LanChat.Server.Tests.Rooms;

/// <summary>
/// A clock that blocks its readers while the gate is shut, so that messages pile up in an actor's
/// mailbox.
/// </summary>
internal sealed class GatedClock : TestClock, IDisposable
{
    private readonly ManualResetEventSlim _gate = new(true);

    public void Shut() => _gate.Reset();

    public void Open() => _gate.Set();

    public override DateTimeOffset GetUtcNow()
    {
        if (!_gate.Wait(TimeSpan.FromSeconds(20))) throw new TimeoutException();
        return base.GetUtcNow();
    }

    public void Dispose() => _gate.Dispose();
}
