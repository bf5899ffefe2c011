using Akka.Configuration;

namespace Akka.Contract.Tests.Configuration;

public sealed class HoconSpecs
{
    private static Config Parse(string hocon) => ConfigurationFactory.ParseString(hocon);

    [Fact]
    public void Nested_objects_and_dotted_keys_are_the_same()
    {
        Assert.Equal("Our room", Parse("""lanchat { server { room { name = "Our room" } } }""").GetString("lanchat.server.room.name"));
        Assert.Equal("Our room", Parse("""lanchat.server.room.name = "Our room" """).GetString("lanchat.server.room.name"));
        Assert.Equal("Our room", Parse("""lanchat.server { room.name = "Our room" }""").GetString("lanchat.server.room.name"));
    }

    [Fact]
    public void A_colon_does_as_well_as_an_equals_sign_and_an_object_needs_neither()
    {
        var config = Parse("""
            a : 1
            b = 2
            c { d = 3 }
            e = { f = 4 }
            """);

        Assert.Equal([1, 2, 3, 4], new[] { "a", "b", "c.d", "e.f" }.Select(path => config.GetInt(path)));
    }

    [Fact]
    public void Keys_are_separated_by_lines_or_commas()
    {
        var config = Parse("""
            a = 1, b = 2
            c = 3
            """);

        Assert.Equal([1, 2, 3], new[] { "a", "b", "c" }.Select(path => config.GetInt(path)));
    }

    [Fact]
    public void Comments_are_passed_over()
    {
        var config = Parse("""
            # a = 0
            // a = 0
            a = 1 # = 2
            b = "# no comment"
            """);

        Assert.Equal(1, config.GetInt("a"));
        Assert.Equal("# no comment", config.GetString("b"));
        Assert.Equal(2, config.AsEnumerable().Count());
    }

    [Fact]
    public void What_comes_later_wins_and_objects_are_merged()
    {
        var config = Parse("""
            room { name = one, notice = hello }
            room { name = two }
            room.name = three
            """);

        Assert.Equal("three", config.GetString("room.name"));
        Assert.Equal("hello", config.GetString("room.notice"));
    }

    [Fact]
    public void Text_without_quotes_may_contain_spaces()
    {
        Assert.Equal("Our own room", Parse("name = Our own room").GetString("name"));
        Assert.Equal("Our own room", Parse("name =   Our own room   \n other = 1").GetString("name"));
    }

    [Theory]
    [InlineData("""a = "say \"hi\"" """, "say \"hi\"")]
    [InlineData("""a = "tab\tand\nline" """, "tab\tand\nline")]
    [InlineData("""a = "back\\slash" """, "back\\slash")]
    [InlineData("""a = "\u00fc" """, "ü")]
    [InlineData("""a = "Größe 上海 😀" """, "Größe 上海 😀")]
    [InlineData("a = \"\"\"as \"it\" \\n is\"\"\"", "as \"it\" \\n is")]
    [InlineData("""a = "" """, "")]
    public void Quoted_text_is_taken_apart(string hocon, string expected) => Assert.Equal(expected, Parse(hocon).GetString("a"));

    [Fact]
    public void A_quoted_key_may_contain_dots()
    {
        var config = Parse("""names { "192.168.1.20" = Ann }""");

        Assert.Equal("Ann", config.GetString("""names."192.168.1.20" """.Trim()));
        Assert.Equal("192.168.1.20", config.GetConfig("names").AsEnumerable().Single().Key);
    }

    [Fact]
    public void A_substitution_takes_the_value_from_elsewhere()
    {
        var config = Parse("""
            port = 8001
            here = ${port}
            address = "127.0.0.1:"${port}
            room { name = one }
            other = ${room}
            """);

        Assert.Equal(8001, config.GetInt("here"));
        Assert.Equal("127.0.0.1:8001", config.GetString("address"));
        Assert.Equal("one", config.GetString("other.name"));
    }

    [Fact]
    public void An_optional_substitution_may_find_nothing()
    {
        var config = Parse("a = ${?nowhere}");

        Assert.Null(config.GetString("a"));
    }

    [Theory]
    [InlineData("a = ${nowhere}")]
    [InlineData("""a = "\q" """)]
    public void A_substitution_that_finds_nothing_and_an_unknown_escape_are_errors(string hocon) =>
        Assert.Throws<FormatException>(() => Parse(hocon));
}
