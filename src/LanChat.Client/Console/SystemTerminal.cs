using System.Runtime.InteropServices;
using System.Text;

namespace LanChat.Client.Console;

/// <summary>The terminal this program was started in.</summary>
internal sealed class SystemTerminal : ITerminal, IDisposable
{
    private const int UsualWidth = 80;
    private const int UsualHeight = 24;

    private readonly Stream _output = System.Console.OpenStandardOutput();
    private PosixSignalRegistration? _resizes;

    public int Width => Size(() => System.Console.WindowWidth, UsualWidth);

    public int Height => Size(() => System.Console.WindowHeight, UsualHeight);

    public void Listen(Action<ConsoleKeyInfo> pressed, Action resized)
    {
        System.Console.TreatControlCAsInput = true;
        if (OperatingSystem.IsWindows()) System.Console.OutputEncoding = Encoding.UTF8;
        if (!OperatingSystem.IsWindows()) _resizes = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => resized());

        // Waiting for a key cannot be interrupted: a thread of its own that does not keep the program alive.
        new Thread(() => ReadKeys(pressed)) { IsBackground = true, Name = "keys" }.Start();
    }

    public void Write(string text)
    {
        _output.Write(Encoding.UTF8.GetBytes(text));
        _output.Flush();
    }

    public void Dispose()
    {
        _resizes?.Dispose();
        _output.Dispose();
    }

    private static void ReadKeys(Action<ConsoleKeyInfo> pressed)
    {
        while (true) pressed(System.Console.ReadKey(intercept: true));
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
