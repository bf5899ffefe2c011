namespace LanChat.Server.Connections.Transports;

/// <summary>A dialect's port can't be listened on.</summary>
/// <param name="door">Which one.</param>
/// <param name="inner">Why.</param>
internal sealed class CannotListenException(ReceptionProtocol.Door door, Exception inner)
    : Exception(inner.Message, inner)
{
    public ReceptionProtocol.Door Door { get; } = door;
}
