using LanChat.Server.Sockets;

namespace LanChat.Server.Transports;

/// <summary>
/// Kestrel's endpoints of the dialects, with the ports the system chose. Complete once the host's
/// web server has started.
/// </summary>
internal sealed class BoundEndpoints(ListenSockets sockets)
{
    private readonly List<DialectEndpoint> _all = [];

    public IReadOnlyList<DialectEndpoint> All => _all;

    public void Add(DialectEndpoint endpoint) => _all.Add(endpoint);

    /// <summary>
    /// Moves the reserve of file descriptors: ports are bound before the server has opened
    /// everything it needs.
    /// </summary>
    public void ReserveFrom(int first) => sockets.Reserve.First = first;
}
