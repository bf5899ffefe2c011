using System.Net;

namespace LanChat.Protocol;

/// <summary>
/// Where somebody's TCP connection comes from, or the room's own address: <c>["192.168.38.149",
/// 7788]</c> on the wire.
/// </summary>
/// <param name="Ip">
/// The IP address as text; an IPv4 address that arrived mapped into IPv6 is written as IPv4.
/// </param>
/// <param name="Port">The TCP port, 0 to 65535.</param>
public sealed record PeerAddress(string Ip, int Port)
{
    /// <summary>The address of an end point.</summary>
    public static PeerAddress Of(IPEndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        var address = endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : endPoint.Address;
        return new PeerAddress(address.ToString(), endPoint.Port);
    }

    /// <inheritdoc/>
    public override string ToString() => Ip.Contains(':') ? $"[{Ip}]:{Port}" : $"{Ip}:{Port}";
}
