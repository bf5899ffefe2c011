using System.Globalization;
using System.Net;

namespace LanChat.Client.Doctor.Facts;

/// <summary>An entry of the ARP table.</summary>
/// <param name="Address">The IP address.</param>
/// <param name="Interface">Name of the interface.</param>
/// <param name="Answers">Whether it was resolved.</param>
/// <param name="IsGateway">Whether it is a gateway.</param>
internal sealed record ArpEntry(IPAddress Address, string Interface, bool Answers, bool IsGateway);

/// <summary>Reads the ARP table on Linux; empty on other systems.</summary>
internal static class ArpTable
{
    private const int Complete = 0x2;

    public static IReadOnlyList<ArpEntry> All() =>
        Of(SystemFile.Read("/proc/net/arp"), SystemFile.Read("/proc/net/route"));

    /// <summary>Parses the ARP and routing tables of Linux.</summary>
    public static IReadOnlyList<ArpEntry> Of(string arp, string routes)
    {
        var gateways = Rows(routes)
            .Where(fields => fields.Length > 2)
            .Select(fields => GatewayOf(fields[2]))
            .ToHashSet();
        return
        [
            .. Rows(arp)
                .Where(fields => fields.Length > 5 && IPAddress.TryParse(fields[0], out _))
                .Select(fields => (
                    Address: IPAddress.Parse(fields[0]),
                    Answers: (Hex(fields[2]) & Complete) != 0,
                    Interface: fields[5]))
                .Select(row => new ArpEntry(row.Address, row.Interface, row.Answers, gateways.Contains(row.Address))),
        ];
    }

    private static IEnumerable<string[]> Rows(string table) =>
        table.Split('\n')
            .Skip(1)
            .Select(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    // The table shows the four bytes as one number in host byte order.
    private static IPAddress GatewayOf(string hex) => new(BitConverter.GetBytes(Hex(hex)));

    private static uint Hex(string text) =>
        uint.TryParse(
            text.Replace("0x", "", StringComparison.Ordinal),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : 0;
}
