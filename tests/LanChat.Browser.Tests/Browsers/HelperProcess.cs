using System.Diagnostics;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// A process that a driven browser needs; killed with its children at the end of the test.
/// </summary>
internal sealed class HelperProcess : IAsyncDisposable
{
    private readonly Process _process;

    private HelperProcess(Process process) => _process = process;

    /// <summary>Starts a process and waits for a line of its output.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Additional environment variables.</param>
    /// <param name="parse">
    /// Extracts the wanted value from a line; null for any other line.
    /// </param>
    public static async Task<(HelperProcess Process, string Value)> Start(
        string[] command, Dictionary<string, string> environment, Func<string, string?> parse)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var result = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void ReadLine(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is not null && parse(line.Data) is { } value) result.TrySetResult(value);
        }

        process.OutputDataReceived += ReadLine;
        process.ErrorDataReceived += ReadLine;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var helper = new HelperProcess(process);
        try
        {
            return (helper, await result.Task.WaitAsync(EndToEnd.Tests.Programs.RunningProgram.Timeout));
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
