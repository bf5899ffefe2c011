using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>A process of one of LanChat's programs; killed at the end of the test.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    public const int HangUp = 1;
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>
    /// The timeout of every wait in these tests; long, because a machine may be busy.
    /// </summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

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

    /// <summary>The lines written to standard error so far.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>
    /// Starts a program that was built beside these tests, optionally through a command such as
    /// <c>ip netns exec</c>.
    /// </summary>
    public static RunningProgram Start(string program, IEnumerable<string> arguments, params string[] through)
    {
        arguments = [.. arguments];
        string[] command = [.. through, .. CommandOf(program), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            // A fixed language, because output is compared; device keys and control sockets of
            // their own.
            Environment =
            {
                ["LC_ALL"] = "C.UTF-8",
                ["XDG_RUNTIME_DIR"] = "",
                ["XDG_DATA_HOME"] = DataFolderOf(arguments),
                // The server is configured to run for days. In a test it runs for seconds: compile
                // quickly (starts in two thirds of the time) and optimise nothing in the first
                // three seconds (hexadecimal milliseconds).
                ["DOTNET_TC_QuickJit"] = "1",
                ["DOTNET_TC_CallCountingDelayMs"] = "BB8",
            },
        };
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>The folder of the device key: each nickname is a person of their own.</summary>
    public static string DataFolderOf(IEnumerable<string> arguments)
    {
        var nick = arguments.SkipWhile(argument => argument != "--nick").ElementAtOrDefault(1) ?? "nobody";
        return Path.Combine(AppContext.BaseDirectory, "data", Uri.EscapeDataString(nick));
    }

    /// <summary>
    /// The command that runs a program built beside these tests, or the one in
    /// <c>LANCHAT_TEST_PROGRAMS</c>, which .ci/run has compiled ahead of time: it starts with a
    /// third less work.
    /// </summary>
    public static string[] CommandOf(string program)
    {
        var name = Path.GetFileName(program);
        var path = Environment.GetEnvironmentVariable("LANCHAT_TEST_PROGRAMS") is { } programs
            ? Path.Combine(programs, name, name)
            : Path.Combine(AppContext.BaseDirectory, program);
        return
        [
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            path + ".dll",
        ];
    }

    public void Signal(int signal) => Assert.Equal(0, Send(_process.Id, signal));

    /// <summary>Waits for the end and returns the exit code.</summary>
    public async Task<int> ExitCode()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        await _process.WaitForExitAsync(timeout.Token);
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
