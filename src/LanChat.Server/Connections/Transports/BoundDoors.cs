namespace LanChat.Server.Connections.Transports;

/// <summary>
/// Where Kestrel listens, with the ports the system chose; complete once the host's web server has started.
/// </summary>
internal sealed class BoundDoors(ListenSockets sockets)
{
    private readonly List<ReceptionProtocol.Door> _all = [];

    public IReadOnlyList<ReceptionProtocol.Door> All => _all;

    public void Add(ReceptionProtocol.Door door) => _all.Add(door);

    /// <summary>Sets the descriptors' reserve anew: ports are bound before all is open that the server needs.</summary>
    public void ReserveFrom(int first) => sockets.Reserve.First = first;
}
