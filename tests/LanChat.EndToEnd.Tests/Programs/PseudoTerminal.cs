using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>
/// The controlling side of a pseudo-terminal; wide enough that no tested line wraps.
/// </summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWriteNotControlling = 0x102;
    private const nuint SetWindowSize = 0x5414;

    private readonly SafeFileHandle _ours;

    public PseudoTerminal()
    {
        _ours = new SafeFileHandle(Checked(Open(ReadWriteNotControlling)), ownsHandle: true);
        Checked(Grant(_ours));
        Checked(Unlock(_ours));
        var name = new byte[64];
        Checked(NameOf(_ours, name, name.Length));
        Name = System.Text.Encoding.ASCII.GetString(name).TrimEnd('\0');
        Checked(Control(_ours, SetWindowSize, [50, 200, 0, 0]));
        Screen = new FileStream(_ours, FileAccess.ReadWrite, bufferSize: 0);
    }

    /// <summary>The file the program opens as its input and output.</summary>
    public string Name { get; }

    /// <summary>Reads what the program shows and writes what the user types.</summary>
    public FileStream Screen { get; }

    public void Dispose() => Screen.Dispose();

    private static int Checked(int result) => result < 0 ? throw new Win32Exception() : result;

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int Open(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int Grant(SafeFileHandle terminal);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int Unlock(SafeFileHandle terminal);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static partial int NameOf(SafeFileHandle terminal, [Out] byte[] name, nint length);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(SafeFileHandle terminal, nuint request, ushort[] size);
}
