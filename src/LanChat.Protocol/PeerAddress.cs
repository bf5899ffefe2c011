using System.Net;

namespace LanChat.Protocol;

/// <summary>
/// The remote address of a connection, or the room's own address: <c>["192.168.38.149", 7788]</c>
/// on the wire.
/// </summary>
/// <param name="Ip">The IP address as text; an IPv4-mapped IPv6 address is written as IPv4.</param>
/// <param name="Port">The TCP port, 0 to 65535.</param>
public sealed record PeerAddress(string Ip, int Port)
{
    /// <summary>Converts an endpoint.</summary>
    public static PeerAddress Of(IPEndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        var address = endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : endPoint.Address;
        return new PeerAddress(address.ToString(), endPoint.Port);
    }

    /// <inheritdoc/>
    public override string ToString() => Ip.Contains(':') ? $"[{Ip}]:{Port}" : $"{Ip}:{Port}";
}
