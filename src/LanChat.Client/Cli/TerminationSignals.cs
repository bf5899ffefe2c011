using System.Runtime.InteropServices;

namespace LanChat.Client.Cli;

/// <summary>Handles termination signals and provides their exit code.</summary>
internal sealed class TerminationSignals : IDisposable
{
    /// <summary>The exit code is this plus the signal number.</summary>
    public const int SignalBase = 128;

    private readonly TaskCompletionSource<int> _code = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public TerminationSignals() => _registrations =
    [
        .. HangUp.IsIgnored ? Array.Empty<PosixSignalRegistration>() : [On(PosixSignal.SIGHUP, HangUp.Number)],
        On(PosixSignal.SIGINT, 2),
        On(PosixSignal.SIGQUIT, 3),
        On(PosixSignal.SIGTERM, 15),
    ];

    /// <summary>The exit code; completes with the first signal.</summary>
    public Task<int> Code => _code.Task;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal, int number) =>
        PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _code.TrySetResult(SignalBase + number);
    });
}
