using System.Buffers.Binary;
using System.Net;

namespace LanChat.Client.Doctor.Facts;

/// <summary>One IPv4 address of a local interface and its network.</summary>
/// <param name="Interface">Name of the interface.</param>
/// <param name="Address">This computer's address.</param>
/// <param name="PrefixLength">Prefix length in bits, 0 to 32.</param>
/// <param name="IsWireless">Whether the interface is wireless.</param>
internal sealed record LocalNetwork(string Interface, IPAddress Address, int PrefixLength, bool IsWireless = false)
{
    /// <summary>The broadcast address; null on point-to-point links, which have none.</summary>
    public IPAddress? Broadcast => PrefixLength is > 0 and < 31 ? Last() : null;

    /// <summary>Whether the address is link-local (RFC 3927), as without DHCP.</summary>
    public bool IsLinkLocal => Address.GetAddressBytes() is [169, 254, ..];

    private IPAddress Last()
    {
        var bytes = Address.GetAddressBytes();
        var address = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, address | (uint.MaxValue >> PrefixLength));
        return new IPAddress(bytes);
    }
}
