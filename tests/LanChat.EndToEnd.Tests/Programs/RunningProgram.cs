using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>
/// A real process of one of LanChat's programs; ended with the test, whatever became of it.
/// </summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    public const int HangUp = 1;
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>
    /// What every wait in these tests may take before it counts as failed; a busy machine is slow.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Task _readingErrors;

    private RunningProgram(Process process)
    {
        _process = process;
        _readingErrors = Task.Run(async () =>
        {
            while (await process.StandardError.ReadLineAsync() is { } line) _errors.Enqueue(line);
        });
    }

    public int Id => _process.Id;

    public StreamReader Output => _process.StandardOutput;

    public StreamWriter Input => _process.StandardInput;

    /// <summary>What it wrote to standard error so far.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>
    /// Starts a program that was built beside these tests, with an optional command in front such
    /// as <c>ip netns exec</c>.
    /// </summary>
    public static RunningProgram Start(string program, IEnumerable<string> arguments, params string[] through)
    {
        string[] command = [.. through, .. CommandOf(program), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            // What they say is compared, whoever runs the tests.
            // And their keys are not those of whoever that is.
            Environment =
            {
                ["LC_ALL"] = "C.UTF-8",
                ["XDG_DATA_HOME"] = Path.Combine(AppContext.BaseDirectory, "data"),
                // The server is set up to run for days. In a test it runs for seconds: compile
                // quickly (a third less time to start), and optimise nothing before three seconds
                // have passed (hexadecimal milliseconds).
                ["DOTNET_TC_QuickJit"] = "1",
                ["DOTNET_TC_CallCountingDelayMs"] = "BB8",
            },
        };
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>What runs a program that was built beside these tests.</summary>
    public static string[] CommandOf(string program) =>
    [
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        Path.Combine(AppContext.BaseDirectory, program + ".dll"),
    ];

    public void Signal(int signal) => Assert.Equal(0, Send(_process.Id, signal));

    /// <summary>Waits for its end and returns the exit code.</summary>
    public async Task<int> ExitCode()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        await _readingErrors;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
