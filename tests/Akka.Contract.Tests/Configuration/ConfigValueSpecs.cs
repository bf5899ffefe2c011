using Akka.Configuration;

namespace Akka.Contract.Tests.Configuration;

public sealed class ConfigValueSpecs
{
    private static Config Value(string value) => ConfigurationFactory.ParseString($"a = {value}");

    [Theory]
    [InlineData("200ms", 0.2)]
    [InlineData("2s", 2)]
    [InlineData("2 seconds", 2)]
    [InlineData("\"2s\"", 2)]
    [InlineData("0.5s", 0.5)]
    [InlineData("5m", 300)]
    [InlineData("5 minutes", 300)]
    [InlineData("1h", 3600)]
    [InlineData("1d", 86400)]
    [InlineData("1500", 1.5)]
    public void Durations_have_units_and_are_milliseconds_without(string value, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Value(value).GetTimeSpan("a"));

    [Fact]
    public void A_duration_may_be_infinite_where_that_is_allowed() =>
        Assert.Equal(Timeout.InfiniteTimeSpan, Value("infinite").GetTimeSpan("a"));

    [Theory]
    [InlineData("2 parsecs")]
    [InlineData("soon")]
    [InlineData("")]
    public void What_is_no_duration_is_an_error(string value) =>
        Assert.ThrowsAny<Exception>(() => Value($"\"{value}\"").GetTimeSpan("a", null, false));

    [Theory]
    [InlineData("100", 100)]
    [InlineData("100 B", 100)]
    [InlineData("64KiB", 65536)]
    [InlineData("64 KiB", 65536)]
    [InlineData("4MiB", 4194304)]
    [InlineData("\"4MiB\"", 4194304)]
    [InlineData("2 GiB", 2147483648)]
    [InlineData("1kB", 1000)]
    [InlineData("1MB", 1000000)]
    [InlineData("1k", 1024)]
    [InlineData("1m", 1048576)]
    public void Sizes_have_units_and_are_bytes_without(string value, long bytes) =>
        Assert.Equal(bytes, Value(value).GetByteSize("a"));

    [Theory]
    [InlineData("4 loaves")]
    [InlineData("much")]
    public void What_is_no_size_is_an_error(string value) =>
        Assert.ThrowsAny<Exception>(() => Value(value).GetByteSize("a"));

    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("off", false)]
    [InlineData("false", false)]
    public void Truth_has_several_words(string value, bool expected) => Assert.Equal(expected, Value(value).GetBoolean("a", !expected));

    [Fact]
    public void Numbers_are_read()
    {
        Assert.Equal(8001, Value("8001").GetInt("a"));
        Assert.Equal(-1, Value("-1").GetInt("a"));
        Assert.Equal(8001, Value("\"8001\"").GetInt("a"));
        Assert.Equal(5_000_000_000, Value("5000000000").GetLong("a"));
        Assert.Equal(0.25, Value("0.25").GetDouble("a"));
        Assert.Equal("8001", Value("8001").GetString("a"));
    }

    [Theory]
    [InlineData("many")]
    [InlineData("80x")]
    public void What_is_no_number_is_an_error(string value) => Assert.ThrowsAny<Exception>(() => Value(value).GetInt("a"));

    [Fact]
    public void Lists_hold_texts()
    {
        Assert.Equal(["127.255.255.255", "10.0.0.255"], Value("""["127.255.255.255", "10.0.0.255"]""").GetStringList("a"));
        Assert.Equal(["one", "two words"], Value("[one, two words]").GetStringList("a"));
        Assert.Equal(["1", "2"], Value("[1, 2]").GetStringList("a"));
        Assert.Empty(Value("[]").GetStringList("a"));
        Assert.Equal(["a", "b"], Value("[\n  a\n  b\n]").GetStringList("a"));
    }
}
