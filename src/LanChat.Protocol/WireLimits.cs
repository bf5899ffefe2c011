namespace LanChat.Protocol;

/// <summary>The limits on one client's bytes.</summary>
/// <param name="Line">
/// The maximum length of a line or message in bytes, without its line end.
/// </param>
/// <param name="Quiet">
/// The pause after which bytes without a line end count as a whole message.
/// </param>
public sealed record WireLimits(int Line, TimeSpan Quiet)
{
    /// <summary>64 KiB and 200 ms.</summary>
    public static readonly WireLimits Default = new(64 * 1024, TimeSpan.FromMilliseconds(200));
}
