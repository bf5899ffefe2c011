using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Clients;

/// <summary>
/// Somebody with LanChat's own client in a terminal: types keys, sees what is shown.
/// </summary>
internal sealed partial class ConsoleClient : IAsyncDisposable
{
    private readonly PseudoTerminal _terminal = new();
    private readonly SemaphoreSlim _more = new(0);
    private readonly StringBuilder _shown = new();
    private readonly RunningProgram _program;

    private ConsoleClient(string terminal, params string[] arguments)
    {
        // A shell opens the terminal: a process started from here could only be given pipes.
        _program = RunningProgram.Start(
            "lanchat",
            arguments,
            "env", $"TERM={terminal}", "sh", "-c", "exec \"$@\" <\"$0\" >\"$0\"", _terminal.Name);
        _ = Task.Factory.StartNew(Watch, TaskCreationOptions.LongRunning);
    }

    /// <summary>
    /// Everything that was shown so far, without colours and movements of the cursor.
    /// </summary>
    public string Seen => ControlSequence().Replace(Written, "");

    public bool HasItsOwnScreen => Written.LastIndexOf(
        "\e[?1049h", StringComparison.Ordinal) > Written.LastIndexOf("\e[?1049l", StringComparison.Ordinal);

    /// <summary>Whether it ever did anything to the terminal but print.</summary>
    public bool HasControlledTheTerminal => Written.Contains('\e');

    /// <summary>The same with movements, colours and all that changes the terminal.</summary>
    private string Written
    {
        get
        {
            lock (_shown) return _shown.ToString();
        }
    }

    /// <summary>Starts it and waits until it is in the room.</summary>
    public static async Task<ConsoleClient> Enter(IPEndPoint server, string nick)
    {
        var client = new ConsoleClient("xterm-256color", "--connect", $"{server}", "--nick", nick);
        await client.Sees($"you are {nick}");
        await client.Sees($"{nick} came in");
        return client;
    }

    /// <summary>Starts it in a terminal of some kind.</summary>
    public static ConsoleClient Start(string terminal, params string[] arguments) => new(terminal, arguments);

    public void Press(string keys) => _terminal.Screen.Write(Encoding.UTF8.GetBytes(keys));

    public void Type(string line) => Press(line + "\r");

    /// <summary>Returns when this is or was shown.</summary>
    public Task Sees(string text) =>
        Until(() => Seen.Contains(text, StringComparison.Ordinal), $"\"{text}\" was never shown");

    /// <summary>Returns when what stood on the terminal before is there again.</summary>
    public Task GivesItsScreenBack() => Until(() => !HasItsOwnScreen, "The screen was not given back");

    /// <summary>Returns when this was written, movements, colours and links included.</summary>
    public Task Writes(string sequence) =>
        Until(() => Written.Contains(sequence, StringComparison.Ordinal), $"\"{sequence}\" was never written");

    public void Signal(int signal) => _program.Signal(signal);

    public Task<int> ExitCode() => _program.ExitCode();

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _terminal.Dispose();
    }

    private async Task Until(Func<bool> done, string complaint)
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        try
        {
            while (!done()) await _more.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{complaint}, but: {Seen}\n{string.Join('\n', _program.Errors)}");
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
            // The program is gone, and with it the other side of the terminal.
        }
    }

    [GeneratedRegex(@"\e(\[[?0-9;]*[A-Za-z]|[=>]|\]8;[^\e]*\e\\)")]
    private static partial Regex ControlSequence();
}
