using System.Runtime.InteropServices;

namespace LanChat.Client.Terminal.Devices;

/// <summary>Stops this program as a shell's job, so that the shell goes on and can take it up again. For systems that have such signals.</summary>
internal static partial class JobControl
{
    private const int WholeGroup = 0;

    /// <summary>More than a <c>struct sigaction</c> is on any of them. Of zeros, it is what happens if nothing else was asked for.</summary>
    private const int EnoughBytes = 512;

    private static int StopSignal => OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 18 : 20;

    /// <summary>
    /// Asks everything to stop that the shell started together, as the terminal does where keys are not this program's; this program is told as the
    /// others are. Nothing where no shell has given this program the terminal.
    /// </summary>
    public static void AskAll()
    {
        if (ForegroundGroup(RawMode.StandardInput) == Group()) _ = Kill(WholeGroup, StopSignal);
    }

    /// <summary>Returns when it goes on; at once where no shell is there that could take it up again.</summary>
    public static void Stop()
    {
        var (usual, ours) = (new byte[EnoughBytes], new byte[EnoughBytes]);
        if (Act(StopSignal, usual, ours) != 0) return;
        _ = Raise(StopSignal); // to this thread, so that it stops here
        _ = Act(StopSignal, ours, usual);
    }

    [LibraryImport("libc", EntryPoint = "tcgetpgrp")]
    private static partial int ForegroundGroup(int descriptor);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    private static partial int Group();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "raise")]
    private static partial int Raise(int signal);

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int Act(int signal, [In] byte[] wanted, [In, Out] byte[] before);
}
