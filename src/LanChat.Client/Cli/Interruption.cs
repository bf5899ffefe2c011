using System.Runtime.InteropServices;

namespace LanChat.Client.Cli;

/// <summary>Waits for the signals that end a program, and knows the code a program ends with that was ended by one.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>What the number of a signal is added to.</summary>
    public const int SignalBase = 128;

    private readonly TaskCompletionSource<int> _code = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations =
    [
        .. HangUp.IsIgnored ? Array.Empty<PosixSignalRegistration>() : [On(PosixSignal.SIGHUP, HangUp.Number)],
        On(PosixSignal.SIGINT, 2),
        On(PosixSignal.SIGQUIT, 3),
        On(PosixSignal.SIGTERM, 15),
    ];

    /// <summary>The code to exit with, once there was a signal.</summary>
    public Task<int> Code => _code.Task;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _code.TrySetResult(SignalBase + number);
    });
}
