using System.Runtime.InteropServices;

namespace LanChat.Server.Cli;

/// <summary>
/// A signal to end that comes while the program starts, when nobody else listens for it yet: it ends quietly and well. Until there is something to be
/// stopped it ends at once; then whoever starts it is told by <see cref="Token"/>.
/// </summary>
internal sealed class EarlyEnd : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _signals;
    private volatile bool _isStarting;

    public EarlyEnd() => _signals = [On(PosixSignal.SIGTERM), On(PosixSignal.SIGINT)];

    public CancellationToken Token => _asked.Token;

    /// <summary>From now on there is something to be stopped.</summary>
    public void Start() => _isStarting = true;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _asked.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal) => PosixSignalRegistration.Create(signal, asked =>
    {
        asked.Cancel = true;
        if (!_isStarting) Environment.Exit(0);
        _asked.Cancel();
    });
}
