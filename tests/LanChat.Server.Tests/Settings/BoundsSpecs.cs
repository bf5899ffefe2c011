using System.Collections;
using System.Reflection;
using LanChat.Server.Settings;
using LanChat.Settings;

namespace LanChat.Server.Tests.Settings;

public sealed class BoundsSpecs
{
    /// <summary>Reads the setting of this key by its path of properties.</summary>
    private static object Read(string key, string value)
    {
        object found = TestSettings.Of([$"{key}={value}"]);
        foreach (var part in key.Split('.').Except(["lanchat", "server"]))
            found = found.GetType().GetProperty(
                part.Replace("-", "", StringComparison.Ordinal), Insensitive)!.GetValue(found)!;
        return found is IEnumerable items and not string ? string.Join(' ', items.Cast<object>()) : found;
    }

    private const BindingFlags Insensitive = BindingFlags.IgnoreCase | BindingFlags.Instance | BindingFlags.Public;

    [Theory]
    [InlineData("lanchat.server.room.history-size", "0", "10000")]
    [InlineData("lanchat.server.room.history-size-raw", "0", "10000")]
    [InlineData("lanchat.server.listen.backlog", "1", "65535")]
    [InlineData("lanchat.server.limits.nickname", "1", "100")]
    [InlineData("lanchat.server.limits.away", "0", "10000")]
    [InlineData("lanchat.server.limits.members", "0", "2147483647")]
    [InlineData("lanchat.server.limits.connections", "0", "2147483647")]
    [InlineData("lanchat.server.limits.connections-per-address", "0", "2147483647")]
    [InlineData("lanchat.server.limits.line", "256", "16777216")]
    [InlineData("lanchat.server.limits.waiting", "0", "2147483647")]
    [InlineData("lanchat.server.flood.burst", "1", "1000000")]
    [InlineData("lanchat.server.flood.rate", "0", "1000000")]
    [InlineData("lanchat.server.flood.address-burst", "1", "1000000")]
    [InlineData("lanchat.server.flood.address-rate", "0", "1000000")]
    [InlineData("lanchat.server.liveness.keep-alive-count", "1", "127")]
    [InlineData("lanchat.server.files.per-address", "1", "1000000")]
    [InlineData("lanchat.server.uploads.per-address-count", "1", "1000000")]
    [InlineData("lanchat.discovery.port", "1", "65535")]
    public void A_number_is_valid_from_its_minimum_to_its_maximum_only(string key, string least, string most)
    {
        Assert.Equal(least, Read(key, least).ToString());
        Assert.Equal(most, Read(key, most).ToString());
        ExpectWrong(key, $"{long.Parse(least) - 1}");
        ExpectWrong(key, $"{long.Parse(most) + 1}");
        ExpectWrong(key, "many");
    }

    [Theory]
    [InlineData("lanchat.server.limits.greeting", 100, 2_073_600_000)]
    [InlineData("lanchat.server.limits.farewell", 100, 2_073_600_000)]
    [InlineData("lanchat.server.flood.patience", 1_000, 2_073_600_000)]
    [InlineData("lanchat.server.raw.quiet", 1, 2_073_600_000)]
    [InlineData("lanchat.server.web.unread", 1_000, 86_400_000)]
    [InlineData("lanchat.server.raw.spacing", 1, 2_073_600_000)]
    [InlineData("lanchat.server.liveness.ping", 10, 2_073_600_000)]
    [InlineData("lanchat.server.liveness.idle", 20, 2_073_600_000)]
    [InlineData("lanchat.server.liveness.keep-alive", 1_000, 32_767_000)]
    [InlineData("lanchat.server.liveness.keep-alive-interval", 1_000, 32_767_000)]
    [InlineData("lanchat.server.members.interval", 1, 2_073_600_000)]
    [InlineData("lanchat.server.members.interval-per-member", 0, 1_000)]
    [InlineData("lanchat.discovery.interval", 10, 2_073_600_000)]
    public void A_duration_is_valid_from_its_minimum_to_its_maximum_only(string key, long least, long most)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(least), Read(key, $"{least}ms"));
        Assert.Equal(TimeSpan.FromMilliseconds(most), Read(key, $"{most}ms"));
        ExpectWrong(key, $"{least - 1}ms");
        ExpectWrong(key, $"{most + 1}ms");
        ExpectWrong(key, "soon");
    }

    [Theory]
    [InlineData("lanchat.server.listen.address", "10.1.2.3", "localhost")]
    [InlineData("lanchat.server.listen.address", "::1", "")]
    [InlineData("lanchat.discovery.targets", "[\"127.255.255.255\"]", "[\"::1\"]")]
    [InlineData("lanchat.server.room.name", "物联网数据平台", "tab\tin it")]
    [InlineData("lanchat.server.room.name", "👩‍👩‍👧 & co.", "Our room\u200B")]
    public void Addresses_and_names_are_validated(string key, string right, string wrong)
    {
        Assert.Equal(right.Trim('[', ']', '"'), Read(key, right).ToString());
        ExpectWrong(key, wrong);
    }

    [Fact]
    public void A_room_name_has_at_most_200_characters()
    {
        var name = new string('x', 200);

        Assert.Equal(name, TestSettings.With($"room.name={name}").Room.Name.Text);
        ExpectWrong("lanchat.server.room.name", name + "x");
    }

    [Fact]
    public void An_existing_room_keeps_a_name_that_is_no_longer_valid()
    {
        var folder = Directory.CreateTempSubdirectory("lanchat-");
        var (name, data) = ("Our\u00ADroom", $"lanchat.server.data.folder={folder.FullName}");
        Assert.Throws<SettingsException>(() => TestSettings.Of([$"lanchat.server.room.name={name}", data]));
        var file = LanChat.Server.Settings.DataPaths.HistoryFileOf(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");

        Assert.Equal(name, TestSettings.Of([$"lanchat.server.room.name={name}", data]).Room.Name.Text);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Every_setting_is_read_from_its_own_key() => Assert.Equal(
        new LimitSettings
        {
            Line = 256,
            Nickname = 1,
            Away = 8,
            Greeting = TimeSpan.FromSeconds(2),
            Waiting = 3,
            Members = 4,
            Connections = 5,
            ConnectionsPerAddress = 6,
            Farewell = TimeSpan.FromSeconds(7),
        },
        TestSettings.With(
            "limits.line=256", "limits.nickname=1", "limits.away=8", "limits.greeting=2s", "limits.waiting=3",
            "limits.members=4",
            "limits.connections=5", "limits.connections-per-address=6", "limits.farewell=7s").Limits);

    /// <summary>Asserts that the error is one line that names the key and the option.</summary>
    private static void ExpectWrong(string key, string value)
    {
        var line = Assert.Throws<SettingsException>(() => TestSettings.Of([$"{key}={value}"])).Message;

        Assert.StartsWith($"{key} (--set {key}=", line);
        Assert.DoesNotContain('\n', line);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("line")]
    public void A_dialect_has_a_port_or_is_off(string dialect)
    {
        var key = $"lanchat.server.listen.{dialect}";

        Assert.Contains(TestSettings.Of([$"{key}=0"]).Listen.Ports, port => port.Dialect.Name == dialect
            && port.Port == 0);
        Assert.Contains(TestSettings.Of([$"{key}=65535"]).Listen.Ports, port => port.Dialect.Name == dialect
            && port.Port == 65535);
        Assert.DoesNotContain(TestSettings.Of(
            ["lanchat.server.listen.colon=1", $"{key}=off"]).Listen.Ports, port => port.Dialect.Name == dialect);
        ExpectWrong(key, "65536");
        ExpectWrong(key, "on");
    }

    [Fact]
    public void At_least_one_dialect_must_be_served() => ExpectWrong("lanchat.server.listen.json", "off");
}
