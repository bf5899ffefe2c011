namespace LanChat.Protocol.Dialects;

/// <summary>
/// Turns events into bytes. Stateless, thread-safe and shared by all who read the same, so that a
/// batch is encoded once for all of them. Clients of one dialect that differ in what they
/// understand have an encoder for each set of <see cref="Capabilities"/>, not each their own.
/// </summary>
public interface IEncoder
{
    /// <summary>
    /// Whether each frame must arrive alone: one write each, spaced far enough apart that a client
    /// which reads promptly sees them apart.
    /// </summary>
    bool FramesArriveAlone { get; }

    /// <summary>What its clients understand.</summary>
    Capabilities Capabilities => Capabilities.None;

    /// <summary>
    /// Whether some events are not meant for some who speak this dialect: only then
    /// <see cref="IsFor"/> is asked.
    /// </summary>
    bool HasPersonalView => false;

    /// <summary>Whether somebody hears of this.</summary>
    bool IsFor(RoomEvent what, Member you) => true;

    /// <summary>
    /// The bytes to send for these events, in order: one array a frame where frames arrive alone,
    /// else one array for all of them. Empty when this dialect has no words for any of them.
    /// </summary>
    IReadOnlyList<byte[]> Encode(IReadOnlyList<RoomEvent> events);
}
