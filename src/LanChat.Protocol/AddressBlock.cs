using System.Net;
using System.Net.Sockets;

namespace LanChat.Protocol;

/// <summary>
/// The unit of all limits per IP address: an IPv4 address, or the /64 network of an IPv6 address,
/// because one computer may use all addresses of its /64. An IPv4-mapped IPv6 address counts as
/// IPv4; IPv6 loopback is a block of its own.
/// </summary>
/// <param name="Network">The bits of the address or network.</param>
/// <param name="Family">IPv4 or IPv6.</param>
public readonly record struct AddressBlock(UInt128 Network, AddressFamily Family)
{
    private const int NetworkBytes = 8;

    /// <summary>Returns the block of an address.</summary>
    public static AddressBlock Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        if (bytes.Length > NetworkBytes && !IPAddress.IsLoopback(plain)) bytes.AsSpan(NetworkBytes).Clear();
        var network = UInt128.Zero;
        foreach (var part in bytes) network = (network << 8) | part;
        return new AddressBlock(network, plain.AddressFamily);
    }

    /// <summary>
    /// Returns the block of an address given as text; the default block if the text is not an
    /// address.
    /// </summary>
    public static AddressBlock Of(string? address) => IPAddress.TryParse(address, out var known) ? Of(known) : default;
}
