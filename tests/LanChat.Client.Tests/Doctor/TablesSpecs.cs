using System.Net;
using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

/// <summary>Parsing of Linux's system tables.</summary>
public sealed class TablesSpecs
{
    private const string Sockets = """
           sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
         4242: 00000000:1F40 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 59213 2 0000000000000000 0
         4243: 0100007F:1F41 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 59214 2 0000000000000000 0
         4244: 0700A8C0:1F40 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 60001 2 0000000000000000 0
        """;

    [Fact]
    public void Sockets_of_a_port_are_found_on_any_address()
    {
        Assert.Equal(["59213", "60001"], PortHolders.Inodes(Sockets, 8000));
        Assert.Empty(PortHolders.Inodes(Sockets, 53));
    }

    [Fact]
    public void Neighbours_and_the_gateway_are_read()
    {
        const string arp = """
            IP address       HW type     Flags       HW address            Mask     Device
            192.168.1.1      0x1         0x2         02:fc:00:00:00:05     *        wlan0
            192.168.1.9      0x1         0x0         00:00:00:00:00:00     *        wlan0
            """;
        var routes = "Iface\tDestination\tGateway \tFlags\nwlan0\t00000000\t" + Bytes("192.168.1.1") + "\t0003\nwlan0\t0001A8C0\t00000000\t0001\n";

        Assert.Equal(
            [
                new ArpEntry(IPAddress.Parse("192.168.1.1"), "wlan0", Answers: true, IsGateway: true),
                new ArpEntry(IPAddress.Parse("192.168.1.9"), "wlan0", Answers: false, IsGateway: false),
            ],
            ArpTable.Of(arp, routes));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("header\nnonsense", "header\nx")]
    public void Missing_or_invalid_tables_have_no_entries(string arp, string routes) =>
        Assert.Empty(ArpTable.Of(arp, routes));

    private static string Bytes(string address) =>
        BitConverter.ToUInt32(IPAddress.Parse(address).GetAddressBytes()).ToString("X8");

    [Theory]
    [InlineData("dotnet\0/opt/lanchat/lanchat-server.dll\0--name\0R\0", "dotnet", "a LanChat server (process 7)")]
    [InlineData("/usr/bin/lanchat-server\0", "lanchat-server", "a LanChat server (process 7)")]
    [InlineData("dotnet\0/opt/lanchat/lanchat.dll\0", "dotnet", "a LanChat client (process 7)")]
    [InlineData("python3\0lanchat.py\0", "python3", "python3 (process 7)")]
    [InlineData("", "dotnet", "dotnet (process 7)")]
    public void The_holder_of_a_port_is_named_by_its_command_line(string call, string name, string expected) =>
        Assert.Equal(expected, PortHolders.NameOf(call, name, "7"));
}
