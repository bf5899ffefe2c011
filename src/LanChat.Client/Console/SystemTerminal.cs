using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LanChat.Client.Console;

/// <summary>The terminal this program was started in. However the program ends, it is left in order.</summary>
internal sealed class SystemTerminal : ITerminal, IDisposable
{
    /// <summary>
    /// A screen of its own, so that what stood on the terminal comes back; nothing wraps by itself, what is pasted comes marked as such, and the
    /// focus is told.
    /// </summary>
    private const string OwnScreen = "\e[?1049h\e[?7l\e[?2004h\e[?1004h";
    private const string ScreenAsBefore = "\e[0m\e[?1004l\e[?2004l\e[?7h\e[?25h\e[?1l\e>\e[?1049l";
    private const int UsualWidth = 80;
    private const int UsualHeight = 24;

    private readonly Stream _output = System.Console.OpenStandardOutput();
    private readonly Lock _closing = new();
    private PosixSignalRegistration? _resizes;
    private RawMode? _raw;
    private bool _open;

    public int Width => Size(() => System.Console.WindowWidth, UsualWidth);

    public int Height => Size(() => System.Console.WindowHeight, UsualHeight);

    public void Listen(Action<ConsoleKeyInfo> pressed, Action<string> pasted, Action resized, Action<bool> focused)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Close();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Close();
        var keys = new KeySequences(pressed, pasted, focused);
        if (OperatingSystem.IsWindows())
        {
            System.Console.TreatControlCAsInput = true;
            System.Console.OutputEncoding = Encoding.UTF8;
            Open();
            Read(() => pressed(System.Console.ReadKey(intercept: true)));
            return;
        }

        _resizes = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => resized());
        _ = Width; // .NET sets the terminal up when it is first asked for something: before, not after.
        _raw = new RawMode();
        Open();

        // Not .NET's own stream, which edits lines and shows what is typed by itself.
        var input = new FileStream(new SafeFileHandle(RawMode.StandardInput, ownsHandle: false), FileAccess.Read, bufferSize: 0);
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
        _output.Write(Encoding.UTF8.GetBytes(text));
        _output.Flush();
    }

    public void Close()
    {
        lock (_closing)
        {
            if (!_open) return;
            _open = false;
            Try(() => Write(ScreenAsBefore));
            _raw?.Dispose();
        }
    }

    public void Dispose()
    {
        Close();
        _resizes?.Dispose();
        _output.Dispose();
    }

    private void Open()
    {
        _open = true;
        Write(OwnScreen);
    }

    /// <summary>Waiting for a key cannot be interrupted: a thread of its own that does not keep the program alive.</summary>
    private static void Read(Action readOnce) => new Thread(() => Try(() =>
    {
        while (true) readOnce();
    }))
    { IsBackground = true, Name = "keys" }.Start();

    /// <summary>A terminal that is gone takes and gives nothing any more; its hang-up ends the program.</summary>
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

    private static int Size(Func<int> ask, int usual)
    {
        try
        {
            return ask() is > 0 and var size ? size : usual;
        }
        catch (IOException)
        {
            return usual;
        }
    }
}
