using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LanChat.Client.PlainText;

/// <summary>
/// Standard input and output as the system has them: it edits the line that is typed and shows it,
/// and nothing else is done. .NET's own would set a terminal up when it is first written to, and
/// move the cursor when a line is edited.
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
