using System.Diagnostics;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// A program that a driven browser needs; it ends with the test, and with it what it has started.
/// </summary>
internal sealed class Helper : IAsyncDisposable
{
    private readonly Process _process;

    private Helper(Process process) => _process = process;

    /// <summary>Starts it and returns when it has said something.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">What is set for it besides what is.</param>
    /// <param name="said">
    /// Takes what it needs of a line of its output; null as long as that is not it.
    /// </param>
    public static async Task<(Helper Helper, string Said)> Start(
        string[] command, Dictionary<string, string> environment, Func<string, string?> said)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Take(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is not null && said(line.Data) is { } found) answer.TrySetResult(found);
        }

        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var helper = new Helper(process);
        try
        {
            return (helper, await answer.Task.WaitAsync(EndToEnd.Tests.Programs.RunningProgram.Patience));
        }
        catch (TimeoutException)
        {
            await helper.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
