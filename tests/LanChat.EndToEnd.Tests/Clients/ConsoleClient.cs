using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>
/// LanChat's own client in a pseudo-terminal: types keys and reads what is shown.
/// </summary>
internal sealed partial class ConsoleClient : IAsyncDisposable
{
    private readonly PseudoTerminal _terminal = new();
    private readonly SemaphoreSlim _more = new(0);
    private readonly StringBuilder _shown = new();
    private readonly RunningProgram _program;

    private ConsoleClient(string terminal, params string[] arguments)
    {
        // The shell opens the terminal: a process started from here could only be given pipes.
        _program = RunningProgram.Start(
            "lanchat",
            arguments,
            "env", $"TERM={terminal}", "sh", "-c", "exec \"$@\" <\"$0\" >\"$0\"", _terminal.Name);
        _ = Task.Factory.StartNew(Watch, TaskCreationOptions.LongRunning);
    }

    /// <summary>Everything shown so far, without control sequences.</summary>
    public string Seen => ControlSequence().Replace(Written, "");

    public bool IsOnAlternateScreen => Written.LastIndexOf(
        "\e[?1049h", StringComparison.Ordinal) > Written.LastIndexOf("\e[?1049l", StringComparison.Ordinal);

    /// <summary>Whether it wrote any control sequence.</summary>
    public bool HasWrittenControlSequences => Written.Contains('\e');

    /// <summary>Everything written so far, with control sequences.</summary>
    private string Written
    {
        get
        {
            lock (_shown) return _shown.ToString();
        }
    }

    /// <summary>Starts the client and waits until it has joined.</summary>
    public static async Task<ConsoleClient> Enter(IPEndPoint server, string nick)
    {
        var client = new ConsoleClient("xterm-256color", "--connect", $"{server}", "--nick", nick);
        await client.Sees($"you are {nick}");
        await client.Sees($"{nick} came in");
        return client;
    }

    /// <summary>Starts the client with this TERM.</summary>
    public static ConsoleClient Start(string terminal, params string[] arguments) => new(terminal, arguments);

    public void Press(string keys) => _terminal.Screen.Write(Encoding.UTF8.GetBytes(keys));

    public void Type(string line) => Press(line + "\r");

    /// <summary>Waits until the text has been shown.</summary>
    public Task Sees(string text) =>
        Until(() => Seen.Contains(text, StringComparison.Ordinal), $"\"{text}\" was never shown");

    /// <summary>Waits until the client has left the alternate screen.</summary>
    public Task RestoresItsScreen() => Until(() => !IsOnAlternateScreen, "The screen was not given back");

    /// <summary>Waits until the text was written, control sequences included.</summary>
    public Task Writes(string sequence) =>
        Until(() => Written.Contains(sequence, StringComparison.Ordinal), $"\"{sequence}\" was never written");

    public void Signal(int signal) => _program.Signal(signal);

    public Task<int> ExitCode() => _program.ExitCode();

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _terminal.Dispose();
    }

    private async Task Until(Func<bool> done, string failure)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        try
        {
            while (!done()) await _more.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{failure}, but: {Seen}\n{string.Join('\n', _program.Errors)}");
        }
    }

    private void Watch()
    {
        var (buffer, text, decoder) = (new byte[4096], new char[4096], Encoding.UTF8.GetDecoder());
        try
        {
            while (_terminal.Screen.Read(buffer) is > 0 and var count)
            {
                lock (_shown) _shown.Append(text, 0, decoder.GetChars(buffer, 0, count, text, 0));
                _more.Release();
            }
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            // The program has ended and closed its side of the terminal.
        }
    }

    [GeneratedRegex(@"\e(\[[?0-9;]*[A-Za-z]|[=>]|\]8;[^\e]*\e\\)")]
    private static partial Regex ControlSequence();
}
