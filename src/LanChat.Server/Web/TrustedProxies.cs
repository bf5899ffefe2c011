using System.Net;

namespace LanChat.Server.Web;

/// <summary>The proxies whose forwarding headers are trusted.</summary>
/// <param name="networks">Their addresses.</param>
internal sealed class TrustedProxies(IReadOnlyList<IPNetwork> networks)
{
    /// <summary>Whether an address is a trusted proxy's.</summary>
    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network => network.Contains(plain));
    }
}
