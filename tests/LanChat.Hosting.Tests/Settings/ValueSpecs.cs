using System.Net;

namespace LanChat.Settings.Tests;

public sealed class ValueSpecs
{
    private const string Key = "lanchat.server.room.history-size";

    private static LayeredSettings With(string value) => new([Layer.Parse("my.conf", $"{Key} = {value}")]);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("-7", -7)]
    [InlineData("\"7\"", 7)]
    [InlineData("7 # seven", 7)]
    [InlineData("2147483647", int.MaxValue)]
    public void A_whole_number_is_read(string written, int number) =>
        Assert.Equal(number, With(written).Number(Key, int.MinValue, int.MaxValue));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("8001", 8001)]
    [InlineData("65535", 65535)]
    public void A_port_is_read(string written, int port) => Assert.Equal(port, With(written).Port(Key));

    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("off", false)]
    [InlineData("false", false)]
    public void A_switch_is_read(string written, bool isOn) => Assert.Equal(isOn, With(written).Switch(Key));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.1")]
    [InlineData("\"::\"")]
    [InlineData("\"fe80::1\"")]
    public void An_address_is_read(string written) =>
        Assert.Equal(IPAddress.Parse(written.Trim('"')), With(written).Address(Key));

    [Theory]
    [InlineData("0.25ms", 0.25)]
    [InlineData("200ms", 200)]
    [InlineData("200 ms", 200)]
    [InlineData("2s", 2_000)]
    [InlineData("\"2s\"", 2_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("5m", 300_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("0s", 0)]
    [InlineData("5", 5)]
    public void A_duration_is_read(string written, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), With(written).Duration(Key, TimeSpan.Zero));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("8192", 8192)]
    [InlineData("64KiB", 65536)]
    [InlineData("64 KiB", 65536)]
    [InlineData("4MiB", 4194304)]
    [InlineData("64kB", 64000)]
    [InlineData("100B", 100)]
    [InlineData("\"1KiB\"", 1024)]
    [InlineData("1GiB", 1073741824)]
    public void A_size_is_read(string written, int bytes) => Assert.Equal(bytes, With(written).Size(Key, 0));

    [Theory]
    [InlineData("[]")]
    [InlineData("[a]", "a")]
    [InlineData("[\"a\", \"b c\"]", "a", "b c")]
    [InlineData("[ 192.168.1.255, 10.0.0.255 ]", "192.168.1.255", "10.0.0.255")]
    [InlineData("[\n  \"127.255.255.255\"\n]", "127.255.255.255")]
    public void A_list_is_read(string written, params string[] items) => Assert.Equal(items, With(written).List(Key));

    [Theory]
    [InlineData("our room", "our room")]
    [InlineData("\" our room \"", "our room")]
    [InlineData("\"物联网数据平台\"", "物联网数据平台")]
    [InlineData("物联网数据平台", "物联网数据平台")]
    [InlineData("\"a \\\"quoted\\\" \\\\ name\"", "a \"quoted\" \\ name")]
    [InlineData("\"line one\\r\\nline two\"", "line one\r\nline two")]
    [InlineData("\"\\u5c0f\\u7cd6\"", "小糖")]
    [InlineData("\"😀\"", "😀")]
    [InlineData("\"# // { [ = , ${x}\"", "# // { [ = , ${x}")]
    [InlineData("\"\"", "")]
    [InlineData("\"\"\"a \"raw\" \\n one\"\"\"", "a \"raw\" \\n one")]
    public void A_text_is_read(string written, string text) => Assert.Equal(text, With(written).Text(Key));
}
