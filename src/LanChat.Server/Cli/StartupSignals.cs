using System.Runtime.InteropServices;

namespace LanChat.Server.Cli;

/// <summary>
/// Handles SIGTERM and SIGINT during the start, before the host does. Until
/// <see cref="Start"/> the program exits with 0 at once; afterwards <see cref="Token"/> is
/// cancelled.
/// </summary>
internal sealed class StartupSignals : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly PosixSignalRegistration[] _signals;
    private volatile bool _isStarting;

    public StartupSignals() => _signals = [On(PosixSignal.SIGTERM), On(PosixSignal.SIGINT)];

    public CancellationToken Token => _cancellation.Token;

    /// <summary>The host starts: a signal cancels <see cref="Token"/> from now on.</summary>
    public void Start() => _isStarting = true;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _cancellation.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        if (!_isStarting) Environment.Exit(0);
        _cancellation.Cancel();
    });
}
