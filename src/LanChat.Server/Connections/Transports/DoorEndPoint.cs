using System.Net;

namespace LanChat.Server.Connections.Transports;

/// <summary>An end point that is a dialect's, by which Kestrel's listeners are told apart.</summary>
internal sealed class DoorEndPoint(ReceptionProtocol.Door door) : IPEndPoint(door.EndPoint.Address, door.EndPoint.Port)
{
    public ReceptionProtocol.Door Door { get; } = door;
}
