using System.Net;

namespace LanChat.Settings.Tests;

public sealed class DiscoverySettingsSpecs
{
    private static DiscoverySettings Read(params string[] assignments) =>
        DiscoverySettings.Read(new LayeredSettings(assignments.Select(Layer.OfAssignment)));

    [Fact]
    public void The_defaults_are_port_8000_every_two_seconds_on_every_interface()
    {
        var discovery = Read();

        Assert.Equal((8000, TimeSpan.FromSeconds(2)), (discovery.Port, discovery.Interval));
        Assert.Empty(discovery.Targets);
    }

    [Fact]
    public void All_discovery_settings_can_be_set()
    {
        var discovery = Read(
            "lanchat.discovery.port=0", "lanchat.discovery.interval=50ms",
            "lanchat.discovery.targets=[\"127.255.255.255\"]");

        Assert.Equal((0, TimeSpan.FromMilliseconds(50)), (discovery.Port, discovery.Interval));
        Assert.Equal([IPAddress.Parse("127.255.255.255")], discovery.Targets);
    }

    [Theory]
    [InlineData("lanchat.discovery.targets=[ten]", "\"ten\" is not an IPv4 address")]
    [InlineData("lanchat.discovery.targets=[\"::1\"]", "\"::1\" is not an IPv4 address")]
    [InlineData("lanchat.discovery.targets=[10.0.0.255, \"\"]", "\"\" is not an IPv4 address")]
    [InlineData("lanchat.discovery.targets=127.255.255.255", "is not a list such as [\"a\", \"b\"]")]
    [InlineData("lanchat.discovery.targets=[[a]]", "is not a list such as [\"a\", \"b\"]")]
    [InlineData("lanchat.discovery.interval=1ms", "1ms is shorter than 0.01s")]
    [InlineData("lanchat.discovery.port=65536", "65536 is not a port (0 to 65535)")]
    public void An_invalid_value_is_reported_with_its_key_and_source(string assignment, string flaw) =>
        Assert.Equal(
        $"{assignment.Split('=')[0]} (--set {assignment}): {flaw}",
        SettingsError.Line(() => Read(assignment)));
}
