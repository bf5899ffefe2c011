using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LanChat.Client.PlainText;

/// <summary>
/// Standard input and output without .NET's terminal handling, which sends control sequences on the
/// first write and moves the cursor during line editing. The operating system edits and echoes the
/// line.
/// </summary>
internal static class PlainTerminal
{
    private const int StandardInput = 0;
    private const int StandardOutput = 1;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static TextReader Input =>
        OperatingSystem.IsWindows() ? Console.In : new StreamReader(Open(StandardInput, FileAccess.Read), Utf8);

    public static TextWriter Output
    {
        get
        {
            if (!OperatingSystem.IsWindows()) return new StreamWriter(Open(StandardOutput, FileAccess.Write), Utf8);
            Console.OutputEncoding = Utf8;
            return Console.Out;
        }
    }

    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: false), access, bufferSize: 0);
}
