using LanChat.EndToEnd.Tests.Networks;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class AddressOrderSpecs
{
    // A tunnel, a Docker bridge and a link-local address come before the network that others reach.
    private const string Networks =
        """
        ip link set lo up
        for name in tun0 docker0 eth0 wlan0; do ip link add $name type veth peer name p-$name; ip link set $name up; ip link set p-$name up; done
        ip addr add 10.8.0.2/24 brd + dev tun0
        ip addr add 172.17.0.1/16 brd + dev docker0
        ip addr add 169.254.7.7/16 brd + dev eth0
        ip addr add 192.168.1.23/24 brd + dev wlan0
        ip route add default via 192.168.1.1
        exec "$@"
        """;

    [NamespaceFact]
    public async Task The_address_of_the_default_route_is_listed_first_and_unreachable_ones_last()
    {
        await using var server = await ServerProgram.StartThrough(
            ["unshare", "--net", "sh", "-c", Networks, "sh"], ["lanchat.server.listen.web=0"], local: false);

        var line = server.Banner.Split('\n').Single(line => line.StartsWith("Address", StringComparison.Ordinal));
        Assert.Equal(
            "192.168.1.23, 10.8.0.2, 169.254.7.7, 172.17.0.1, 127.0.0.1",
            line["Address".Length..].Replace($":{server.Port}", "", StringComparison.Ordinal).Trim());
        Assert.Contains("Browsers  http://192.168.1.23:", server.Banner, StringComparison.Ordinal);
    }
}
