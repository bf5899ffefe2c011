namespace LanChat.Protocol;

/// <summary>What one client may send, as far as the bytes are concerned.</summary>
/// <param name="Line">The most bytes of one line or message, without its line end.</param>
/// <param name="Quiet">
/// How long nothing may follow before what came without a line end is taken for a whole message.
/// </param>
public sealed record WireLimits(int Line, TimeSpan Quiet)
{
    /// <summary>64 KiB and 200 ms.</summary>
    public static readonly WireLimits Default = new(64 * 1024, TimeSpan.FromMilliseconds(200));
}
