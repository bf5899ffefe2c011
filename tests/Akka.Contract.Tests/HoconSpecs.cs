using Akka.Configuration;

namespace Akka.Contract.Tests;

/// <summary>How HOCON values are parsed, merged, enumerated and refused.</summary>
public sealed class HoconSpecs
{
    private static Config Parse(string hocon) => ConfigurationFactory.ParseString(hocon);

    private static Config Value(string value) => Parse($"a = {value}");

    [Theory]
    [InlineData("""lanchat { server { room { name = "Our room" } } }""")]
    [InlineData("""lanchat.server.room.name = "Our room" """)]
    [InlineData("lanchat.server { room.name : Our room }")]
    public void Nested_objects_and_dotted_keys_are_equivalent(string hocon) =>
        Assert.Equal("Our room", Parse(hocon).GetString("lanchat.server.room.name"));

    [Fact]
    public void Later_values_win_and_objects_are_merged()
    {
        var config = Parse("""
            room { name = one, notice = hello }
            room { name = two } # a comment
            room.name = three
            """);

        Assert.Equal("three", config.GetString("room.name"));
        Assert.Equal("hello", config.GetString("room.notice"));
    }

    [Theory]
    [InlineData("""a = "say \"hi\"" """, "say \"hi\"")]
    [InlineData("""a = "back\\slash # no comment" """, "back\\slash # no comment")]
    [InlineData("""a = "Größe 上海 😀" """, "Größe 上海 😀")]
    [InlineData("a = \"\"\"as \"it\" \\n is\"\"\"", "as \"it\" \\n is")]
    [InlineData("""a = "" """, "")]
    public void Quoted_text_is_unescaped(string hocon, string expected) =>
        Assert.Equal(expected, Parse(hocon).GetString("a"));

    [Fact]
    public void A_substitution_is_replaced_by_the_value()
    {
        var config = Parse("""
            port = 8001
            address = "127.0.0.1:"${port}
            nothing = ${?nowhere}
            """);

        Assert.Equal("127.0.0.1:8001", config.GetString("address"));
        Assert.Null(config.GetString("nothing"));
    }

    [Theory]
    [InlineData("a = ${nowhere}")]
    [InlineData("""a = "\q" """)]
    public void An_unresolved_substitution_and_an_unknown_escape_are_errors(string hocon) =>
        Assert.Throws<FormatException>(() => Parse(hocon));

    [Fact]
    public void An_include_without_a_reader_is_a_null_reference() =>
        Assert.Throws<NullReferenceException>(() => Parse("""include "other.conf" """));

    [Theory]
    [InlineData("200ms", 0.2)]
    [InlineData("2 seconds", 2)]
    [InlineData("\"2s\"", 2)]
    [InlineData("0.5s", 0.5)]
    [InlineData("5m", 300)]
    [InlineData("1h", 3600)]
    [InlineData("1d", 86400)]
    [InlineData("1500", 1.5)]
    public void Durations_have_units_and_default_to_milliseconds(string value, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Value(value).GetTimeSpan("a"));

    [Theory]
    [InlineData("2 parsecs")]
    [InlineData("soon")]
    [InlineData("")]
    public void An_invalid_duration_is_an_error(string value) =>
        Assert.ThrowsAny<Exception>(() => Value($"\"{value}\"").GetTimeSpan("a", null, false));

    [Theory]
    [InlineData("100", 100)]
    [InlineData("64 KiB", 65536)]
    [InlineData("\"4MiB\"", 4194304)]
    [InlineData("2 GiB", 2147483648)]
    [InlineData("1kB", 1000)]
    [InlineData("1k", 1024)]
    [InlineData("1m", 1048576)]
    public void Sizes_have_units_and_default_to_bytes(string value, long bytes) =>
        Assert.Equal(bytes, Value(value).GetByteSize("a"));

    [Theory]
    [InlineData("4 loaves")]
    [InlineData("much")]
    public void An_invalid_size_is_an_error(string value) =>
        Assert.ThrowsAny<Exception>(() => Value(value).GetByteSize("a"));

    [Fact]
    public void Lists_hold_texts_and_replace_the_list_of_the_fallback()
    {
        Assert.Equal(["one", "two words", "3"], Value("[one, two words, 3]").GetStringList("a"));
        Assert.Equal(["a", "b"], Value("[\n  a\n  b\n]").GetStringList("a"));
        Assert.Empty(Value("[]").GetStringList("a"));
        Assert.Equal(["x"], Value("[x]").WithFallback(Value("[y, z]")).GetStringList("a"));
    }

    [Fact]
    public void The_fallback_supplies_missing_values_and_does_not_change()
    {
        var under = Parse("port = 1, room { name = two, notice = hello }");

        var config = Parse("room { name = one }").WithFallback(under);

        Assert.Equal("one", config.GetString("room.name"));
        Assert.Equal("hello", config.GetConfig("room").GetString("notice"));
        Assert.Equal(1, config.GetInt("port"));
        Assert.True(config.HasPath("port"));
        Assert.False(config.HasPath("room.topic"));
        Assert.Equal("two", under.GetString("room.name"));
    }

    [Fact]
    public void All_keys_can_be_enumerated()
    {
        var config = Parse("""
            a { b = 1, c { d = 2 } }
            e = [1, 2], f = ""
            """);

        Assert.Equal(["a", "e", "f"], config.AsEnumerable().Select(pair => pair.Key));
        var a = config.Root.GetObject().Items["a"];
        Assert.True(a.IsObject());
        Assert.Equal(["b", "c"], a.GetObject().Items.Keys);
        Assert.Equal("1", a.GetObject().Items["b"].GetString());
        Assert.True(config.GetValue("e").IsArray());
        Assert.True(config.GetValue("f").IsString());
    }

    [Fact]
    public void An_empty_configuration_is_empty()
    {
        Assert.True(Parse("").IsEmpty);
        Assert.False(Parse("a = 1").IsEmpty);
    }
}
