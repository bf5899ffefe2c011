using LanChat.Server.Sockets;

namespace LanChat.Server.Transports;

/// <summary>
/// Where Kestrel listens, with the ports the system chose; complete once the host's web server has started.
/// </summary>
internal sealed class BoundEndpoints(ListenSockets sockets)
{
    private readonly List<DialectEndpoint> _all = [];

    public IReadOnlyList<DialectEndpoint> All => _all;

    public void Add(DialectEndpoint endpoint) => _all.Add(endpoint);

    /// <summary>Sets the descriptors' reserve anew: ports are bound before all is open that the server needs.</summary>
    public void ReserveFrom(int first) => sockets.Reserve.First = first;
}
