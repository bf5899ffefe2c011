using System.Net;

namespace LanChat.Server.Web;

/// <summary>The proxies in front of this server, whose word for who asks them is believed.</summary>
/// <param name="networks">Their addresses.</param>
internal sealed class Proxies(IReadOnlyList<IPNetwork> networks)
{
    /// <summary>Whether an address is one of them.</summary>
    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network => network.Contains(plain));
    }
}
