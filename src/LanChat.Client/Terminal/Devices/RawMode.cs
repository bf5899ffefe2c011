using System.Runtime.InteropServices;

namespace LanChat.Client.Terminal.Devices;

/// <summary>
/// Switches the terminal to raw mode: no line buffer, no echo. <see cref="Dispose"/> restores the
/// previous mode. POSIX only.
/// </summary>
internal sealed partial class RawMode : IDisposable
{
    public const int StandardInput = 0;
    private const int Now = 0;

    /// <summary>
    /// Larger than any platform's <c>struct termios</c>, so its layout need not be known.
    /// </summary>
    private const int ModeBytes = 256;

    private readonly byte[] _before = new byte[ModeBytes];
    private bool _changed;

    public RawMode()
    {
        if (Get(StandardInput, _before) != 0) return;
        var raw = _before.ToArray();
        MakeRaw(raw);
        _changed = Set(StandardInput, Now, raw) == 0;
    }

    public void Dispose()
    {
        if (_changed) _ = Set(StandardInput, Now, _before);
        _changed = false;
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int Get(int descriptor, [In, Out] byte[] settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int Set(int descriptor, int when, byte[] settings);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static partial void MakeRaw([In, Out] byte[] settings);
}
