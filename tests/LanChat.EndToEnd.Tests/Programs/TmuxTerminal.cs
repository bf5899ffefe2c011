using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>
/// A terminal of tmux, with a program in it: keys are pressed, and what stands on the screen is
/// seen. Driven in tmux' control mode, which tells when something is shown, so that nothing is
/// asked for again and again.
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
    /// <param name="program">One that was built beside these tests.</param>
    /// <param name="arguments">What it is called with.</param>
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
            Environment = { ["LC_ALL"] = "C.UTF-8", ["TERM"] = "xterm-256color", ["XDG_DATA_HOME"] = Path.Combine(
                AppContext.BaseDirectory, "data") },
        })!);
        await terminal.Answer();
        await terminal.Ask($"refresh-client -C {width}x{height}");
        return terminal;
    }

    /// <summary>Types a text that has no quotes in it, and Enter.</summary>
    public async Task Type(string line)
    {
        await Ask($"send-keys -l -- '{line}'");
        await Press("Enter");
    }

    /// <summary>Presses a key, by tmux' name for it.</summary>
    public Task Press(string key) => Ask($"send-keys {key}");

    /// <summary>What stands on the screen, row by row.</summary>
    public async Task<string> Screen() => string.Join('\n', await Ask("capture-pane -p"));

    /// <summary>Returns when all of these stand on the screen together.</summary>
    public async Task Sees(params string[] texts)
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        var screen = "";
        try
        {
            while (!texts.All((screen = await Screen()).Contains)) await _changes.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"\"{string.Join("\", \"", texts)}\" never stood on the screen, but:\n{screen}");
        }
    }

    /// <summary>Returns when the program has ended.</summary>
    public Task Ends() => _ended.Task.WaitAsync(RunningProgram.Patience);

    public async ValueTask DisposeAsync()
    {
        // Leaves the terminal, and with it goes the program.
        if (!_ended.Task.IsCompleted) await _tmux.StandardInput.WriteLineAsync("kill-server");
        await Ends();
        await _tmux.WaitForExitAsync();
        _tmux.Dispose();
        File.Delete(_socket);
    }

    private async Task<IReadOnlyList<string>> Ask(string command)
    {
        await _tmux.StandardInput.WriteLineAsync(command);
        return await Answer();
    }

    private async Task<IReadOnlyList<string>> Answer()
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        return await _answers.Reader.ReadAsync(patience.Token);
    }

    /// <summary>
    /// Answers stand between %begin and %end, with the same numbers behind; other lines with % tell
    /// what happens.
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
