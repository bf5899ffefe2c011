using System.Reflection;
using System.Text.Json;
using LanChat.Architecture;
using LanChat.Protocol;

namespace LanChat.Texts.Tests;

public sealed class RefusalTextsSpecs
{
    private static readonly JsonSerializerOptions WithTrailingCommas = new() { AllowTrailingCommas = true };

    /// <summary>The refusals that the page has no text for, and why.</summary>
    private static readonly Dictionary<string, string> NeverOnThePage = new()
    {
        ["not-entered"] = "pychat clients may speak before they have a nickname; a page sends nothing before",
        ["speaks-tls"] = "the TCP ports say so to a TLS client; the page has a WebSocket",
        ["speaks-http"] = "the TCP ports say so to an HTTP client; the page has a WebSocket",
    };

    /// <summary>The refusals of the page, by code.</summary>
    private static Dictionary<string, string> OfThePage(string language)
    {
        const string begin = "export const refusals = ", end = "};";
        var module = File.ReadAllText(
            Path.Combine(Repository.Root, "src", "LanChat.Web", "wwwroot", "text", $"{language}.js"));
        var from = module.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var table = module[from..(module.IndexOf(end, from, StringComparison.Ordinal) + 1)];
        return JsonSerializer.Deserialize<Dictionary<string, string>>(table, WithTrailingCommas)!;
    }

    [Theory]
    [InlineData(Language.English, "en")]
    [InlineData(Language.Chinese, "zh")]
    public void The_page_words_them_as_the_programs_do(Language language, string module) => Assert.Equal(
        RefusalTexts.Codes.Except(NeverOnThePage.Keys).Order().Select(
            code => $"{code}: {LanguageScope.In(language, () => RefusalTexts.Of(code, "unknown"))}"),
        OfThePage(module).OrderBy(text => text.Key).Select(text => $"{text.Key}: {text.Value}"));

    [Fact]
    public void Those_that_never_come_to_the_page_are_refusals_of_the_protocol() =>
        Assert.Equal([], NeverOnThePage.Keys.Except(RefusalTexts.Codes));

    [Fact]
    public void Every_refusal_has_a_text_in_both_languages()
    {
        var codes = typeof(Refusal).GetFields(BindingFlags.Public | BindingFlags.Static).Select(
            field => ((Refusal)field.GetValue(null)!).Code);

        Assert.Equal(codes.Order(), RefusalTexts.Codes.Order());
        Assert.All(RefusalTexts.Codes, code => Assert.Matches(
            @"^[A-Z][^\p{IsCJKUnifiedIdeographs}]*\.$", RefusalTexts.Of(code, "unknown")));
        Assert.All(RefusalTexts.Codes, code => Assert.Matches(
            @"\p{IsCJKUnifiedIdeographs}.*。$",
            LanguageScope.In(Language.Chinese, () => RefusalTexts.Of(code, "unknown"))));
    }

    [Fact]
    public void A_refusal_is_in_the_current_language()
    {
        Assert.Equal("The room is full.", RefusalTexts.Of("room-full", "The room is full."));
        Assert.Equal("房间已满。", LanguageScope.In(Language.Chinese, () => RefusalTexts.Of("room-full", "The room is full.")));
    }

    [Fact]
    public void An_unknown_refusal_has_the_text_that_was_sent() =>
        Assert.Equal("No smoking.", LanguageScope.In(Language.Chinese, () => RefusalTexts.Of("no-smoking", "No smoking.")));
}
