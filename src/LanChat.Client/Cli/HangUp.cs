using System.Runtime.InteropServices;

namespace LanChat.Client.Cli;

/// <summary>The signal a program gets when its terminal is gone.</summary>
internal static partial class HangUp
{
    public const int Number = 1;

    /// <summary>More than a <c>struct sigaction</c> is on any system; what is done stands at its beginning.</summary>
    private const int EnoughBytes = 512;
    private const int Ignore = 1;

    /// <summary>Whether who started this program wants it to go on without a terminal, as nohup does.</summary>
    public static bool IsIgnored
    {
        get
        {
            if (OperatingSystem.IsWindows()) return false;
            var known = new byte[EnoughBytes];
            return Act(Number, 0, known) == 0 && BitConverter.ToInt64(known) == Ignore;
        }
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int Act(int signal, nint wanted, [In, Out] byte[] known);
}
