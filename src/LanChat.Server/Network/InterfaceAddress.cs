using System.Buffers.Binary;
using System.Net;

namespace LanChat.Server.Network;

/// <summary>An IPv4 address of this computer, with its network.</summary>
/// <param name="Address">The address.</param>
/// <param name="PrefixLength">The network prefix in bits, 0 to 32.</param>
internal sealed record InterfaceAddress(IPAddress Address, int PrefixLength)
{
    /// <summary>The network's broadcast address; null on point-to-point links.</summary>
    public IPAddress? Broadcast => PrefixLength is > 0 and < 31 ? OfBits(Bits(Address) | ~Mask) : null;

    public bool Reaches(IPAddress other) => PrefixLength > 0 && (Bits(other) & Mask) == (Bits(Address) & Mask);

    private uint Mask => uint.MaxValue << (32 - PrefixLength);

    private static uint Bits(IPAddress address) => BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private static IPAddress OfBits(uint bits)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, bits);
        return new IPAddress(bytes);
    }
}
