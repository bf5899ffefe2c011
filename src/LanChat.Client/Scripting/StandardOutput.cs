using System.Runtime.InteropServices;

namespace LanChat.Client.Scripting;

/// <summary>
/// Checks standard output without writing to it. A command that waits for messages must notice that
/// its reader, such as <c>head</c>, has exited; .NET ignores the error of a write to a closed pipe.
/// </summary>
internal static partial class StandardOutput
{
    private const int Descriptor = 1;
    private const short ClosedEvents = 0x08 | 0x10 | 0x20; // POLLERR, POLLHUP, POLLNVAL: always reported

    /// <summary>Whether the reader has closed the output. Always false on Windows.</summary>
    public static bool IsClosed()
    {
        if (OperatingSystem.IsWindows()) return false;
        var poll = new PollDescriptor { Descriptor = Descriptor };
        return Poll(ref poll, 1, 0) > 0 && (poll.ReturnedEvents & ClosedEvents) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollDescriptor poll, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short ReturnedEvents;
    }
}
