using System.Buffers.Binary;
using System.Net;

namespace LanChat.Client.Doctor.Facts;

/// <summary>A network this computer is in, by one IPv4 address of one of its interfaces.</summary>
/// <param name="Interface">The interface's name.</param>
/// <param name="Address">This computer's address there.</param>
/// <param name="PrefixLength">How many bits of it name the network, 0 to 32.</param>
/// <param name="IsWireless">Whether it goes through an access point.</param>
internal sealed record LocalNetwork(string Interface, IPAddress Address, int PrefixLength, bool IsWireless = false)
{
    /// <summary>The address that reaches every device of the network; null on links that have none (point to point).</summary>
    public IPAddress? Broadcast => PrefixLength is > 0 and < 31 ? Last() : null;

    /// <summary>Whether the address is one that a computer gives itself when nobody gave it any (RFC 3927).</summary>
    public bool IsSelfGiven => Address.GetAddressBytes() is [169, 254, ..];

    private IPAddress Last()
    {
        var bytes = Address.GetAddressBytes();
        BinaryPrimitives.WriteUInt32BigEndian(bytes, BinaryPrimitives.ReadUInt32BigEndian(bytes) | (uint.MaxValue >> PrefixLength));
        return new IPAddress(bytes);
    }
}
