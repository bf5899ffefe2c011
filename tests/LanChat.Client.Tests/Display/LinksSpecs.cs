using System.Text.Json;
using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;

namespace LanChat.Client.Tests.Display;

/// <summary>Link detection; the terminal and the web client share these cases.</summary>
public sealed class LinksSpecs
{
    public static TheoryData<string, string[]> Cases()
    {
        var cases = new TheoryData<string, string[]>();
        using var json = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "cases", "links.json")));
        foreach (var one in json.RootElement.EnumerateArray())
            cases.Add(
                one.GetProperty("in").GetString()!,
                [.. one.GetProperty("out").EnumerateArray().Select(link => link.GetString()!)]);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Links_are_found(string text, string[] links) =>
        Assert.Equal(links, Links.In(text).Select(link => text.Substring(link.Start, link.Length)));

    [Fact]
    public void Link_targets_are_percent_encoded()
    {
        Assert.Equal("https://zh.wikipedia.org/wiki/%E4%B8%8A%E6%B5%B7?a=b%20c#d", Links.Encoded(
            "https://zh.wikipedia.org/wiki/上海?a=b%20c#d"));
        Assert.Equal("https://example.com/%F0%9F%98%80", Links.Encoded("https://example.com/😀"));
    }

    [Fact]
    public void Each_part_of_a_wrapped_link_has_the_whole_target()
    {
        const string address = "http://127.0.0.1:31083/files/0123456789/big.bin";
        var rows = Wrapping.Of([new TextSpan("see "), new TextSpan(address, "1", address), new TextSpan(" now")], 20);

        var parts = rows.SelectMany(row => row.Fit(12).Spans).Where(piece => piece.Link.Length > 0).ToArray();

        Assert.Equal(3, parts.Length);
        Assert.All(parts, part => Assert.Equal(address, part.Link));
        Assert.All(rows.Skip(1).SkipLast(1), row => Assert.Matches(
            $"\e]8;id=[0-9a-f]{{8}};{System.Text.RegularExpressions.Regex.Escape(address)}\e\\\\.*\e]8;;\e\\\\$",
            row.ToAnsi()));
    }
}
