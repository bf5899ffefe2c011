using System.Runtime.InteropServices;

namespace LanChat.Client.Terminal.Devices;

/// <summary>
/// Whether the terminal shows what is typed, in a program that lets the terminal edit the line.
/// Does nothing where standard input is no terminal.
/// </summary>
internal static partial class Echo
{
    private const int StandardInput = 0;
    private const int Now = 0;

    /// <summary>Larger than any platform's <c>struct termios</c>.</summary>
    private const int ModeBytes = 256;

    /// <summary>ECHO of <c>c_lflag</c>; the same on Linux, macOS and the BSDs.</summary>
    private const byte EchoFlag = 0x08;

    private const int WindowsInput = -10;
    private const uint WindowsEchoFlag = 0x04;

    /// <summary>
    /// Place of <c>c_lflag</c>'s lowest byte: behind three fields, of 8 bytes on macOS and of 4
    /// elsewhere.
    /// </summary>
    private static int FlagsAt => OperatingSystem.IsMacOS() ? 24 : 12;

    public static void Set(bool isOn)
    {
        if (OperatingSystem.IsWindows()) SetOnWindows(isOn);
        else SetOnPosix(isOn);
    }

    private static void SetOnPosix(bool isOn)
    {
        var mode = new byte[ModeBytes];
        if (GetMode(StandardInput, mode) != 0) return;
        mode[FlagsAt] = (byte)(isOn ? mode[FlagsAt] | EchoFlag : mode[FlagsAt] & ~EchoFlag);
        _ = SetMode(StandardInput, Now, mode);
    }

    private static void SetOnWindows(bool isOn)
    {
        var input = GetHandle(WindowsInput);
        if (GetConsoleMode(input, out var mode))
            _ = SetConsoleMode(input, isOn ? mode | WindowsEchoFlag : mode & ~WindowsEchoFlag);
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetMode(int descriptor, [In, Out] byte[] settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetMode(int descriptor, int when, byte[] settings);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle")]
    private static partial nint GetHandle(int which);

    [LibraryImport("kernel32", EntryPoint = "GetConsoleMode")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32", EntryPoint = "SetConsoleMode")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(nint handle, uint mode);
}
