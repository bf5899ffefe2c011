using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>
/// A program in a tmux terminal: presses keys and reads the screen. tmux runs in control mode,
/// which reports output, so that nothing is polled.
/// </summary>
internal sealed class TmuxTerminal : IAsyncDisposable
{
    private readonly string _socket;
    private readonly Process _tmux;
    private readonly Channel<IReadOnlyList<string>> _answers = Channel.CreateUnbounded<IReadOnlyList<string>>();
    private readonly SemaphoreSlim _changes = new(0);
    private readonly TaskCompletionSource _ended = new();

    private TmuxTerminal(string socket, Process tmux)
    {
        (_socket, _tmux) = (socket, tmux);
        _ = Task.Run(Read);
    }

    /// <param name="width">In cells.</param>
    /// <param name="height">In rows.</param>
    /// <param name="program">A program built beside these tests.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<TmuxTerminal> Start(int width, int height, string program, params string[] arguments)
    {
        var socket = Path.Combine(Path.GetTempPath(), $"lanchat-{Guid.NewGuid():N}");
        string[] tmux =
            ["-u", "-S", socket, "-f", "/dev/null", "-C", "new-session", "-x", $"{width}", "-y", $"{height}"];
        var terminal = new TmuxTerminal(socket, Process.Start(new ProcessStartInfo(
            "tmux", [.. tmux, .. RunningProgram.CommandOf(program), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            Environment =
            {
                ["LC_ALL"] = "C.UTF-8",
                ["TERM"] = "xterm-256color",
                ["XDG_DATA_HOME"] = RunningProgram.DataFolderOf(arguments),
            },
        })!);
        await terminal.Answer();
        await terminal.Command($"refresh-client -C {width}x{height}");
        return terminal;
    }

    /// <summary>Types a text without quotes, and Enter.</summary>
    public async Task Type(string line)
    {
        await Command($"send-keys -l -- '{line}'");
        await Press("Enter");
    }

    /// <summary>Presses a key by tmux's name for it.</summary>
    public Task Press(string key) => Command($"send-keys {key}");

    /// <summary>The rows of the screen.</summary>
    public async Task<string> Screen() => string.Join('\n', await Command("capture-pane -p"));

    /// <summary>Waits until the screen shows all texts at once.</summary>
    public async Task Sees(params string[] texts)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        var screen = "";
        try
        {
            while (!texts.All((screen = await Screen()).Contains)) await _changes.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"\"{string.Join("\", \"", texts)}\" never stood on the screen, but:\n{screen}");
        }
    }

    /// <summary>Waits until the program has ended.</summary>
    public Task Ends() => _ended.Task.WaitAsync(RunningProgram.Timeout);

    public async ValueTask DisposeAsync()
    {
        // Closes the terminal and with it the program.
        if (!_ended.Task.IsCompleted) await _tmux.StandardInput.WriteLineAsync("kill-server");
        await Ends();
        await _tmux.WaitForExitAsync();
        _tmux.Dispose();
        File.Delete(_socket);
    }

    private async Task<IReadOnlyList<string>> Command(string command)
    {
        await _tmux.StandardInput.WriteLineAsync(command);
        return await Answer();
    }

    private async Task<IReadOnlyList<string>> Answer()
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        return await _answers.Reader.ReadAsync(timeout.Token);
    }

    /// <summary>
    /// A reply stands between %begin and %end, each followed by the same numbers; other lines with
    /// % are notifications.
    /// </summary>
    private async Task Read()
    {
        while (await _tmux.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("%output", StringComparison.Ordinal)) _changes.Release();
            if (!line.StartsWith("%begin", StringComparison.Ordinal)) continue;
            var (answer, numbers) = (new List<string>(), line["%begin".Length..]);
            while (await _tmux.StandardOutput.ReadLineAsync() is { } next && next != $"%end{numbers}"
                && next != $"%error{numbers}") answer.Add(next);
            _answers.Writer.TryWrite(answer);
        }

        _ended.TrySetResult();
    }
}
