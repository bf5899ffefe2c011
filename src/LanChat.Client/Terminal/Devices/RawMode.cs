using System.Runtime.InteropServices;

namespace LanChat.Client.Terminal.Devices;

/// <summary>
/// A terminal that hands over every key as it is pressed and shows none by itself; it becomes what it was before when this is disposed. For
/// systems that have <c>termios</c>.
/// </summary>
internal sealed partial class RawMode : IDisposable
{
    public const int StandardInput = 0;
    private const int Now = 0;

    /// <summary>More than a <c>struct termios</c> is on any of them, so that what is in it need not be known.</summary>
    private const int EnoughBytes = 256;

    private readonly byte[] _before = new byte[EnoughBytes];
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
