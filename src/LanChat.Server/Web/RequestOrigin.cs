using System.Net;
using Microsoft.AspNetCore.Http;

namespace LanChat.Server.Web;

/// <summary>How a request reached the server.</summary>
/// <param name="IsForwarded">Whether a proxy forwarded it, by the request's headers.</param>
/// <param name="Lease">The client address's share of the limit, behind a trusted proxy.</param>
internal sealed record RequestOrigin(bool IsForwarded, ConnectionLimit.Lease? Lease = null)
{
    /// <summary>Whether a local program sent the request and no proxy forwarded it.</summary>
    public static bool IsLocal(HttpContext http) =>
        http.Features.Get<RequestOrigin>() is { IsForwarded: false }
        && http.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote);
}
