namespace LanChat.Settings.Tests;

public sealed class WrongValueSpecs
{
    private const string Key = "lanchat.server.room.history-size";

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("101")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("99999999999")]
    [InlineData("\"\"")]
    public void An_invalid_number_or_one_out_of_range_is_an_error(string value) => Assert.Equal(
        $"{value.Trim('"')} is not a whole number from 0 to 100",
        SettingsError.Line(Key, value, settings => settings.Number(Key, 0, 100)));

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    public void An_invalid_switch_is_an_error(string value) => Assert.Equal(
        $"{value} is invalid; use on or off",
        SettingsError.Line(Key, value, settings => settings.Switch(Key)));

    [Theory]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("http")]
    [InlineData("80.5")]
    [InlineData("99999999999")]
    public void A_port_out_of_range_is_an_error(string value) => Assert.Equal(
        $"{value} is not a port (0 to 65535)",
        SettingsError.Line(Key, value, settings => settings.Port(Key)));

    [Theory]
    [InlineData("localhost")]
    [InlineData("192.168.1.256")]
    [InlineData("\"127.0.0.1:8001\"")]
    [InlineData("\"\"")]
    public void An_invalid_address_is_an_error(string value) => Assert.Equal(
        $"\"{value.Trim('"')}\" is not an IP address",
        SettingsError.Line(Key, value, settings => settings.Address(Key)));

    [Theory]
    [InlineData("soon")]
    [InlineData("2 parsecs")]
    [InlineData("\"\"")]
    [InlineData("s")]
    [InlineData("1e99d")]
    [InlineData("infinite")]
    [InlineData("-2s")]
    public void An_invalid_duration_is_an_error(string value) => Assert.Equal(
        $"{value.Trim('"')} is not a duration such as 2s",
        SettingsError.Line(Key, value, settings => settings.Duration(Key, TimeSpan.Zero)));

    [Theory]
    [InlineData("9ms", "9ms is shorter than 0.01s")]
    [InlineData("25d", "25d is longer than 24d")]
    public void A_duration_out_of_range_is_an_error(string value, string flaw) => Assert.Equal(
        flaw,
        SettingsError.Line(Key, value, settings => settings.Duration(Key, TimeSpan.FromMilliseconds(10))));

    [Theory]
    [InlineData("big")]
    [InlineData("64 bananas")]
    [InlineData("\"\"")]
    [InlineData("KiB")]
    public void An_invalid_size_is_an_error(string value) => Assert.Equal(
        $"{value.Trim('"')} is not a size such as 64KiB",
        SettingsError.Line(Key, value, settings => settings.Size(Key, 0)));

    [Theory]
    [InlineData("255")]
    [InlineData("2GiB")]
    [InlineData("-1")]
    public void A_size_out_of_range_is_an_error(string value) => Assert.Equal(
        $"{value} is not a size from 256 bytes to 2 GiB",
        SettingsError.Line(Key, value, settings => settings.Size(Key, 256)));

    [Theory]
    [InlineData("a")]
    [InlineData("\"a, b\"")]
    [InlineData("{}")]
    [InlineData("[[a]]")]
    [InlineData("[a, [b]]")]
    [InlineData("[{b = c}]")]
    public void An_invalid_list_is_an_error(string value) => Assert.Equal(
        "is not a list such as [\"a\", \"b\"]",
        SettingsError.Line(Key, value, settings => settings.List(Key)));

    [Theory]
    [InlineData("[a, b]")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_list_or_no_value_instead_of_one_value_is_an_error(string value)
    {
        Assert.Equal("has no value, or more than one", SettingsError.Line(Key, value, settings => settings.Text(Key)));
        Assert.Equal(
            "has no value, or more than one", SettingsError.Line(Key, value, settings => settings.Number(Key, 0, 100)));
        Assert.Equal("has no value, or more than one", SettingsError.Line(
            Key, value, settings => settings.Duration(Key, TimeSpan.Zero)));
    }
}
