using System.Globalization;
using System.Net;

namespace LanChat.Client.Doctor.Facts;

/// <summary>A device of a network that this computer had to do with lately.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Interface">The interface it was asked for at.</param>
/// <param name="Answers">Whether it answered.</param>
/// <param name="IsGateway">Whether it is the way out of the network.</param>
internal sealed record Neighbour(IPAddress Address, string Interface, bool Answers, bool IsGateway);

/// <summary>The system's table of neighbours (ARP); only Linux's can be read, elsewhere it is empty.</summary>
internal static class Neighbours
{
    private const int Complete = 0x2;

    public static IReadOnlyList<Neighbour> All() => Of(SystemFile.Read("/proc/net/arp"), SystemFile.Read("/proc/net/route"));

    /// <summary>Reads Linux's tables of neighbours and of routes.</summary>
    public static IReadOnlyList<Neighbour> Of(string arp, string routes)
    {
        var gateways = Rows(routes).Where(fields => fields.Length > 2).Select(fields => GatewayOf(fields[2])).ToHashSet();
        return
        [
            .. Rows(arp)
                .Where(fields => fields.Length > 5 && IPAddress.TryParse(fields[0], out _))
                .Select(fields => (Address: IPAddress.Parse(fields[0]), Answers: (Hex(fields[2]) & Complete) != 0, Interface: fields[5]))
                .Select(row => new Neighbour(row.Address, row.Interface, row.Answers, gateways.Contains(row.Address))),
        ];
    }

    private static IEnumerable<string[]> Rows(string table) =>
        table.Split('\n').Skip(1).Select(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    // The table shows the four bytes as one number of this machine.
    private static IPAddress GatewayOf(string hex) => new(BitConverter.GetBytes(Hex(hex)));

    private static uint Hex(string text) =>
        uint.TryParse(text.Replace("0x", "", StringComparison.Ordinal), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
