using System.Runtime.InteropServices;

namespace LanChat.Client.Scripting;

/// <summary>
/// Looks at this program's standard output without writing to it: who waits for news must notice
/// that <c>head</c> has gone, not only when there are some. The framework passes over a write that
/// nobody reads, so this is the only one to tell.
/// </summary>
internal static partial class StandardOutput
{
    private const int Descriptor = 1;
    private const short Gone = 0x08 | 0x10 | 0x20; // POLLERR, POLLHUP, POLLNVAL: told without being asked for

    /// <summary>Whether what is written goes nowhere. Not known on Windows.</summary>
    public static bool IsClosed()
    {
        if (OperatingSystem.IsWindows()) return false;
        var look = new Look { Descriptor = Descriptor };
        return Poll(ref look, 1, 0) > 0 && (look.Found & Gone) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref Look look, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct Look
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
