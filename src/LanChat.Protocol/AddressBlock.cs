using System.Net;
using System.Net.Sockets;

namespace LanChat.Protocol;

/// <summary>
/// What every bound of one address counts: an IPv4 address, or the /64 network of an IPv6 address,
/// of which one computer may use all. An IPv4 address mapped into IPv6 counts as IPv4, and loopback
/// is a block of its own.
/// </summary>
/// <param name="Network">The bits of the address, or of the network.</param>
/// <param name="Family">Whether it is one of IPv4 or IPv6.</param>
public readonly record struct AddressBlock(UInt128 Network, AddressFamily Family)
{
    private const int NetworkBytes = 8;

    /// <summary>The block of an address.</summary>
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
    /// The block of an address as text; what is no address is in the block of none.
    /// </summary>
    public static AddressBlock Of(string? address) => IPAddress.TryParse(address, out var known) ? Of(known) : default;
}
