using System.Net;
using LanChat.Server.Settings;

namespace LanChat.Server.Tests.Settings;

public sealed class DefaultsSpecs
{
    private static readonly ServerSettings Settings = TestSettings.With();

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void A_room_is_called_like_the_computer_and_shows_the_last_10_messages() =>
        Assert.Equal(
            (Environment.MachineName, "", 50, 10),
            (Settings.Room.Name.Text, Settings.Room.Notice, Settings.Room.HistorySize, Settings.Room.HistorySizeRaw));

    [Fact]
    public void It_listens_everywhere_at_8001_for_the_native_dialect_alone()
    {
        Assert.Equal((IPAddress.Any, 4096), (Settings.Listen.Address, Settings.Listen.Backlog));
        Assert.Equal([("json", 8001)], Settings.Listen.Ports.Select(port => (port.Dialect.Name, port.Port)));
    }

    [Fact]
    public void Its_ports_are_Akka_IO_s_and_have_no_TLS() =>
        Assert.Equal(new TransportSettings("akka-io", "off"), Settings.Transport);

    [Fact]
    public void What_is_kept_of_files() =>
        Assert.Equal(new FileSettings(262_144, 67_108_864, 1000, 250, TimeSpan.FromHours(1)), Settings.Files);

    [Fact]
    public void What_one_client_may_cost() =>
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
    public void How_much_may_be_said() =>
        Assert.Equal(new FloodSettings(20, 10, 200, 100, Seconds(60)), Settings.Flood);

    [Fact]
    public void How_raw_clients_are_read_and_written() =>
        Assert.Equal(new RawSettings(Seconds(0.2), Seconds(0.03)), Settings.Raw);

    [Fact]
    public void How_it_is_noticed_that_somebody_is_gone() =>
        Assert.Equal(new LivenessSettings(Seconds(30), Seconds(90), Seconds(60), Seconds(10), 3), Settings.Liveness);

    [Fact]
    public void How_often_the_list_of_members_is_sent()
    {
        Assert.Equal(new MembersSettings(Seconds(0.05), Seconds(0.0005)), Settings.Members);
        Assert.Equal(Seconds(0.05), Settings.Members.For(0));
        Assert.Equal(Seconds(5.05), Settings.Members.For(10_000));
    }

    [Fact]
    public void Where_and_how_often_it_is_announced()
    {
        Assert.Equal((8000, Seconds(2)), (Settings.Discovery.Port, Settings.Discovery.Interval));
        Assert.Empty(Settings.Discovery.Targets);
    }
}
