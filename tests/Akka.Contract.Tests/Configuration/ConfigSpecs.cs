using Akka.Configuration;

namespace Akka.Contract.Tests.Configuration;

public sealed class ConfigSpecs
{
    private static Config Parse(string hocon) => ConfigurationFactory.ParseString(hocon);

    [Fact]
    public void The_fallback_is_asked_for_what_is_missing()
    {
        var config = Parse("room { name = one }").WithFallback(Parse("port = 1, room { name = two, notice = hello }"));

        Assert.Equal("one", config.GetString("room.name"));
        Assert.Equal("hello", config.GetString("room.notice"));
        Assert.Equal(1, config.GetInt("port"));
    }

    [Fact]
    public void Fallbacks_can_be_laid_under_one_another()
    {
        var config = Parse("a = 1").WithFallback(Parse("a = 2, b = 2")).WithFallback(Parse("a = 3, b = 3, c = 3"));

        Assert.Equal([1, 2, 3], new[] { "a", "b", "c" }.Select(path => config.GetInt(path)));
    }

    [Fact]
    public void A_section_has_the_fallbacks_of_the_whole()
    {
        var config = Parse("room { name = one }").WithFallback(Parse("room { name = two, notice = hello }")).GetConfig("room");

        Assert.Equal("one", config.GetString("name"));
        Assert.Equal("hello", config.GetString("notice"));
    }

    [Fact]
    public void A_list_replaces_the_one_of_the_fallback()
    {
        var config = Parse("targets = [a]").WithFallback(Parse("targets = [b, c]"));

        Assert.Equal(["a"], config.GetStringList("targets"));
    }

    [Fact]
    public void What_is_laid_over_does_not_change_what_is_under()
    {
        var under = Parse("a = 1");

        Parse("a = 2").WithFallback(under);

        Assert.Equal(1, under.GetInt("a"));
    }

    [Fact]
    public void A_missing_key_gives_the_default()
    {
        var config = Parse("a { b = 1 }");

        Assert.Null(config.GetString("a.c"));
        Assert.Equal("default", config.GetString("a.c", "default"));
        Assert.Equal(7, config.GetInt("a.c", 7));
        Assert.True(config.GetBoolean("a.c", true));
        Assert.Equal(TimeSpan.FromSeconds(7), config.GetTimeSpan("a.c", TimeSpan.FromSeconds(7)));
        Assert.Equal(7, config.GetByteSize("a.c", 7));
        Assert.Empty(config.GetStringList("a.c"));
        Assert.True(config.GetConfig("x").IsNullOrEmpty());
    }

    [Fact]
    public void HasPath_says_whether_a_key_is_there()
    {
        var config = Parse("a { b = 1 }").WithFallback(Parse("c = 2"));

        Assert.True(config.HasPath("a.b"));
        Assert.True(config.HasPath("a"));
        Assert.True(config.HasPath("c"));
        Assert.False(config.HasPath("a.c"));
        Assert.False(config.HasPath("b"));
    }

    [Fact]
    public void All_keys_can_be_walked()
    {
        var config = Parse("""
            a { b = 1, c { d = 2 } }
            e = [1, 2], f = ""
            """);

        Assert.Equal(["a", "e", "f"], config.AsEnumerable().Select(pair => pair.Key));
        var a = config.Root.GetObject().Items["a"];
        Assert.True(a.IsObject());
        Assert.Equal(["b", "c"], a.GetObject().Items.Keys);
        Assert.False(a.GetObject().Items["b"].IsObject());
        Assert.Equal("1", a.GetObject().Items["b"].GetString());
        Assert.True(config.GetValue("e").IsArray());
        Assert.True(config.GetValue("f").IsString());
    }

    [Fact]
    public void An_empty_configuration_says_so()
    {
        Assert.True(Parse("").IsEmpty);
        Assert.True(ConfigurationFactory.Empty.IsEmpty);
        Assert.False(Parse("a = 1").IsEmpty);
    }
}
