using System.Runtime.InteropServices;

namespace LanChat.Client.Terminal.Devices;

/// <summary>
/// Suspends the process with SIGTSTP, so that the shell can resume it as a job. POSIX only.
/// </summary>
internal static partial class JobControl
{
    private const int WholeGroup = 0;

    /// <summary>
    /// Larger than any platform's <c>struct sigaction</c>. All zeros means the default action.
    /// </summary>
    private const int ActionBytes = 512;

    private static int StopSignal => OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 18 : 20;

    /// <summary>
    /// Sends SIGTSTP to the whole process group, as the terminal does outside raw mode; this
    /// process receives it too. Does nothing unless the group is in the foreground of a terminal.
    /// </summary>
    public static void StopGroup()
    {
        if (ForegroundGroup(RawMode.StandardInput) == ProcessGroup()) _ = Kill(WholeGroup, StopSignal);
    }

    /// <summary>
    /// Stops this process; returns when it resumes, or at once if no shell could resume it.
    /// </summary>
    public static void Stop()
    {
        var (defaultAction, ownAction) = (new byte[ActionBytes], new byte[ActionBytes]);
        if (SetAction(StopSignal, defaultAction, ownAction) != 0) return;
        _ = Raise(StopSignal); // stops this thread here
        _ = SetAction(StopSignal, ownAction, defaultAction);
    }

    [LibraryImport("libc", EntryPoint = "tcgetpgrp")]
    private static partial int ForegroundGroup(int descriptor);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    private static partial int ProcessGroup();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "raise")]
    private static partial int Raise(int signal);

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int SetAction(int signal, [In] byte[] wanted, [In, Out] byte[] before);
}
