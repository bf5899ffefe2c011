using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LanChat.Client.Terminal.Devices;

/// <summary>
/// The terminal of this process. Restores it however the process ends or is suspended.
/// </summary>
/// <param name="takesWheel">
/// Whether to enable mouse reports for the wheel; selecting text then needs Shift.
/// </param>
internal sealed class SystemTerminal(bool takesWheel) : ITerminal, IDisposable
{
    /// <summary>
    /// Alternate screen; no automatic wrap; normal cursor keys; bracketed paste; focus reports.
    /// </summary>
    private const string AlternateScreen = "\e[?1049h\e[?7l\e[?1l\e>\e[?2004h\e[?1004h";
    private const string MainScreen = "\e[0m\e[?1004l\e[?2004l\e[?7h\e[?25h\e[?1l\e>\e[?1049l";
    private const string EnableMouse = "\e[?1000h\e[?1006h";
    private const string DisableMouse = "\e[?1006l\e[?1000l";

    // Without this, a terminal turns the wheel into arrow keys, which would browse the input
    // history.
    private const string SaveWheelArrows = "\e[?1007s";
    private const string DisableWheelArrows = "\e[?1007l";
    private const string RestoreWheelArrows = "\e[?1007r";
    private const int DefaultWidth = 80;
    private const int DefaultHeight = 24;

    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly Lock _lock = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private RawMode? _raw;
    private bool _open;
    private bool _suspended;

    public int Width => Size(() => Console.WindowWidth, DefaultWidth);

    public int Height => Size(() => Console.WindowHeight, DefaultHeight);

    public void Listen(TerminalEvents events)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Close();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Close();
        var keys = new KeySequenceParser(events);
        if (OperatingSystem.IsWindows())
        {
            Console.TreatControlCAsInput = true;
            Console.OutputEncoding = Encoding.UTF8;
            Open();
            Read(() => events.Pressed(Console.ReadKey(intercept: true)));
            return;
        }

        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => events.Resized()));
        _signals.Add(PosixSignalRegistration.Create(
            PosixSignal.SIGTSTP, context => HandleStop(context, events.Restored)));
        _signals.Add(PosixSignalRegistration.Create(
            PosixSignal.SIGCONT, context => HandleContinue(context, events.Restored)));
        _ = Width; // .NET initialises the terminal on first use; force that before raw mode.
        Open();

        // Bypasses Console.In, which edits lines and echoes input.
        var handle = new SafeFileHandle(RawMode.StandardInput, ownsHandle: false);
        var input = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        var decoder = Encoding.UTF8.GetDecoder();
        var (bytes, chars) = (new byte[4096], new char[4096]);
        Read(() =>
        {
            var count = input.Read(bytes);
            if (count == 0) throw new EndOfStreamException();
            keys.Read(chars.AsSpan(0, decoder.GetChars(bytes, 0, count, chars, 0)));
        });
    }

    public void Write(string text)
    {
        lock (_lock)
        {
            if (!_suspended) WriteNow(text);
        }
    }

    public void Suspend()
    {
        if (!OperatingSystem.IsWindows()) JobControl.StopGroup();
    }

    public void Close()
    {
        lock (_lock)
        {
            if (!_open) return;
            _open = false;
            LeaveScreen();
        }
    }

    public void Dispose()
    {
        Close();
        foreach (var signal in _signals) signal.Dispose();
        _output.Dispose();
    }

    private void Open()
    {
        lock (_lock)
        {
            _open = true;
            Try(() => WriteNow(SaveWheelArrows));
            EnterScreen();
        }
    }

    private void HandleStop(PosixSignalContext context, Action restored)
    {
        context.Cancel = true;
        lock (_lock)
        {
            _suspended = true;
            if (_open) LeaveScreen();
        }

        JobControl.Stop();
        HandleContinue(context, restored);
    }

    /// <summary>Also resumes after a SIGSTOP, which cannot be handled.</summary>
    private void HandleContinue(PosixSignalContext context, Action restored)
    {
        context.Cancel = true;
        lock (_lock)
        {
            _suspended = false;
            if (!_open) return;
            _raw?.Dispose();
            EnterScreen();
        }

        restored();
    }

    private void EnterScreen()
    {
        if (!OperatingSystem.IsWindows()) _raw = new RawMode();
        Try(() => WriteNow(AlternateScreen + (takesWheel ? EnableMouse : DisableWheelArrows)));
    }

    private void LeaveScreen()
    {
        Try(() => WriteNow((takesWheel ? DisableMouse : RestoreWheelArrows) + MainScreen));
        _raw?.Dispose();
    }

    private void WriteNow(string text)
    {
        _output.Write(Encoding.UTF8.GetBytes(text));
        _output.Flush();
    }

    /// <summary>
    /// A blocking read cannot be cancelled: runs on a background thread that does not keep the
    /// process alive.
    /// </summary>
    private static void Read(Action readOnce) => new Thread(() => Try(() =>
    {
        while (true) readOnce();
    }))
    { IsBackground = true, Name = "keys" }.Start();

    /// <summary>Ignores I/O errors of a terminal that is gone; SIGHUP ends the process.</summary>
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (IOException)
        {
        }
    }

    private static int Size(Func<int> ask, int fallback)
    {
        try
        {
            return ask() is > 0 and var size ? size : fallback;
        }
        catch (IOException)
        {
            return fallback;
        }
    }
}
