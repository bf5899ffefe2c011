using System.Runtime.InteropServices;

namespace LanChat.Client.Cli;

/// <summary>SIGHUP, the signal of a lost terminal.</summary>
internal static partial class HangUp
{
    public const int Number = 1;

    /// <summary>
    /// Larger than any platform's <c>struct sigaction</c>, whose handler comes first.
    /// </summary>
    private const int ActionBytes = 512;
    private const int Ignore = 1;

    /// <summary>Whether the parent process has SIGHUP ignored, as nohup does.</summary>
    public static bool IsIgnored
    {
        get
        {
            if (OperatingSystem.IsWindows()) return false;
            var known = new byte[ActionBytes];
            return SetAction(Number, 0, known) == 0 && BitConverter.ToInt64(known) == Ignore;
        }
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int SetAction(int signal, nint wanted, [In, Out] byte[] known);
}
