namespace LanChat.Protocol.Dialects;

/// <summary>
/// Encodes events. Stateless, thread-safe and shared, so that a batch is encoded once for all
/// recipients. Clients of one dialect with different <see cref="Capabilities"/> use different
/// encoders, one per set of capabilities, not per client.
/// </summary>
public interface IEncoder
{
    /// <summary>
    /// Whether each frame needs its own write, with pauses in between, because clients treat one
    /// read as one frame.
    /// </summary>
    bool FramesArriveAlone { get; }

    /// <summary>The capabilities of its clients.</summary>
    Capabilities Capabilities => Capabilities.None;

    /// <summary>
    /// Whether some members must not receive some events; <see cref="IsFor"/> matters only then.
    /// </summary>
    bool HasPersonalView => false;

    /// <summary>Whether a member may receive an event.</summary>
    bool IsFor(RoomEvent what, Member you) => true;

    /// <summary>
    /// Encodes events in order: one array per frame if <see cref="FramesArriveAlone"/>, else one
    /// array in all. Returns none if the dialect has no form for any of them.
    /// </summary>
    IReadOnlyList<byte[]> Encode(IReadOnlyList<RoomEvent> events);
}
