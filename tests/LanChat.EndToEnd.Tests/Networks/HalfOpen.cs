using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace LanChat.EndToEnd.Tests.Networks;

/// <summary>
/// Opens TCP handshakes that are never completed: bare SYN segments from unused addresses.
/// </summary>
internal sealed class HalfOpen(Socket raw) : IDisposable
{
    private const int IpHeader = 20;
    private const int Whole = 40;

    /// <summary>
    /// Opens the raw socket; it stays in the network namespace in which it is opened.
    /// </summary>
    public static HalfOpen Open()
    {
        var raw = new Socket(AddressFamily.InterNetwork, SocketType.Raw, ProtocolType.Tcp);
        raw.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.HeaderIncluded, true);
        return new HalfOpen(raw);
    }

    public void Begin(IPAddress from, int port, IPEndPoint to)
    {
        Span<byte> packet = stackalloc byte[Whole];
        packet.Clear();
        (packet[0], packet[8], packet[9]) = (0x45, 64, 6);
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], Whole);
        from.TryWriteBytes(packet[12..], out _);
        to.Address.TryWriteBytes(packet[16..], out _);

        var segment = packet[IpHeader..];
        BinaryPrimitives.WriteUInt16BigEndian(segment, (ushort)port);
        BinaryPrimitives.WriteUInt16BigEndian(segment[2..], (ushort)to.Port);
        (segment[12], segment[13]) = (5 << 4, 0x02);
        BinaryPrimitives.WriteUInt16BigEndian(segment[14..], 0xFFFF);
        BinaryPrimitives.WriteUInt16BigEndian(segment[16..], Checksum(packet));
        raw.SendTo(packet, to);
    }

    public void Dispose() => raw.Dispose();

    /// <summary>
    /// The TCP checksum over both addresses, protocol, length and segment. The system adds the IP
    /// checksum.
    /// </summary>
    private static ushort Checksum(ReadOnlySpan<byte> packet)
    {
        var sum = 6u + (Whole - IpHeader);
        for (var at = 12; at < Whole; at += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(packet[at..]);
        while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }
}
