using System.Net;
using LanChat.Server.Settings;

namespace LanChat.Server.Tests.Settings;

public sealed class DefaultsSpecs
{
    private static readonly ServerSettings Settings = TestSettings.With();

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void The_default_room_name_is_that_of_the_computer_and_10_messages_are_shown() =>
        Assert.Equal(
            (Environment.MachineName, "", 50, 10),
            (Settings.Room.Name.Text, Settings.Room.Notice, Settings.Room.HistorySize, Settings.Room.HistorySizeRaw));

    [Fact]
    public void By_default_only_the_native_dialect_is_served_on_all_addresses_at_8001()
    {
        Assert.Equal((IPAddress.Any, 4096), (Settings.Listen.Address, Settings.Listen.Backlog));
        Assert.Equal([("json", 8001)], Settings.Listen.Ports.Select(port => (port.Dialect.Name, port.Port)));
    }

    [Fact]
    public void The_default_transport_is_akka_io_without_TLS() =>
        Assert.Equal(new TransportSettings("akka-io", "off"), Settings.Transport);

    [Fact]
    public void The_default_file_limits() =>
        Assert.Equal(new FileSettings(262_144, 67_108_864, 1000, 250, TimeSpan.FromHours(1)), Settings.Files);

    [Fact]
    public void The_default_limits_of_one_client() =>
        Assert.Equal(
        new LimitSettings
        {
            Line = 65_536,
            Nickname = 100,
            Away = 200,
            Greeting = Seconds(30),
            Waiting = 4_194_304,
            Members = 10_000,
            Connections = 0,
            ConnectionsPerAddress = 64,
            Farewell = Seconds(5),
        }, Settings.Limits);

    [Fact]
    public void The_default_rate_limits() =>
        Assert.Equal(new FloodSettings(20, 10, 200, 100, Seconds(60)), Settings.Flood);

    [Fact]
    public void The_default_times_of_raw_clients() =>
        Assert.Equal(new RawSettings(Seconds(0.2), Seconds(0.03)), Settings.Raw);

    [Fact]
    public void The_default_liveness_times() =>
        Assert.Equal(new LivenessSettings(Seconds(30), Seconds(90), Seconds(60), Seconds(10), 3), Settings.Liveness);

    [Fact]
    public void The_default_interval_of_member_lists()
    {
        Assert.Equal(new MembersSettings(Seconds(0.05), Seconds(0.0005)), Settings.Members);
        Assert.Equal(Seconds(0.05), Settings.Members.For(0));
        Assert.Equal(Seconds(5.05), Settings.Members.For(10_000));
    }

    [Fact]
    public void The_default_discovery_settings()
    {
        Assert.Equal((8000, Seconds(2)), (Settings.Discovery.Port, Settings.Discovery.Interval));
        Assert.Empty(Settings.Discovery.Targets);
    }
}
