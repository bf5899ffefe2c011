using LanChat.Texts.Generator;

namespace LanChat.Texts.Tests.Generator;

/// <summary>Code generation from language files; a mistake in one is a compile error.</summary>
public sealed class TextsCodeSpecs
{
    private const string English = """
        language = English

        # Files.
        [FileTexts]
        Gone(name) = {name} is gone.
        Sent(int files, double seconds) = {files:file|files} sent in {seconds:0.#} s
        Prompt = "> "
        Banner =
        | "one"
        |
        | two
        """;

    private const string Chinese = """
        language = Chinese

        [FileTexts]
        Gone = {name} 已不存在。
        Sent = {seconds:0.#} 秒内发送了 {files} 个文件
        Prompt = "> "
        Banner = 一
        """;

    [Fact]
    public void A_text_becomes_a_member_with_its_parameters()
    {
        var code = SourcesOf(English, Chinese)["FileTexts.g.cs"];

        Assert.Contains("/// <summary>Files.</summary>\npublic static partial class FileTexts\n", code);
        Assert.Contains("public static string Gone(string name) =>", code);
        Assert.Contains("_ => string.Create(CultureInfo.InvariantCulture, $\"{name} is gone.\"),", code);
        Assert.Contains(
            "LanChat.Texts.Language.Chinese => string.Create(CultureInfo.InvariantCulture, $\"{name} 已不存在。\"),",
            code);
    }

    [Fact]
    public void Numbers_have_formats_and_plurals()
    {
        var code = SourcesOf(English, Chinese)["FileTexts.g.cs"];

        Assert.Contains("Sent(int files, double seconds)", code);
        Assert.Contains("$\"{Plural.Of(files, \"file\", \"files\")} sent in {seconds:0.#} s\"", code);
    }

    [Fact]
    public void Quotes_keep_spaces_and_bars_keep_lines()
    {
        var code = SourcesOf(English, Chinese)["FileTexts.g.cs"];

        Assert.Contains("_ => \"> \",", code);
        Assert.Contains("_ => \"\\\"one\\\"\\n\\ntwo\",", code);
    }

    [Fact]
    public void Each_language_is_one_file()
    {
        var code = SourcesOf(English, Chinese)["Language.g.cs"];

        Assert.Contains("English,\n    Chinese,", code);
        Assert.Contains("(\"en\", Language.English),\n        (\"zh\", Language.Chinese),", code);
    }

    [Fact]
    public void Texts_with_codes_are_looked_up_by_code()
    {
        const string texts = "language = English\n[Refusals]\nroom-full = The room is full.\nsilent = Timed out.\n";

        var code = SourcesOf(texts)["Refusals.g.cs"];

        Assert.Contains("\"room-full\" => Languages.Current switch", code);
        Assert.Contains("\"silent\" => Languages.Current switch", code);
        Assert.DoesNotContain("public static string", code);
    }

    [Theory]
    [InlineData("Gone = {name} 已不存在。", "", "zh.ini, line 1: FileTexts.Gone is missing")]
    [InlineData("{name} 已不存在。", "已不存在。", "zh.ini, line 4: FileTexts.Gone does not insert {name}")]
    [InlineData("{name} 已不存在。", "{name} {path}", "zh.ini, line 4: FileTexts.Gone has no parameter path")]
    [InlineData("Banner = 一", "Banner =", "zh.ini, line 7: FileTexts.Banner is empty")]
    [InlineData("Banner = 一", "Banner = 一\nNew = 新", "zh.ini, line 8: FileTexts.New is not in the English texts")]
    [InlineData("Banner = 一", "Banner = 一\nBanner = 二", "zh.ini, line 8: there are two texts FileTexts.Banner")]
    [InlineData("Banner = 一", "Banner = 一\n[FileTexts]", "zh.ini, line 8: there are two sections FileTexts")]
    [InlineData("Banner = 一", "Banner = 一\n横幅", "zh.ini, line 8: expected [SECTION] or KEY = TEXT")]
    [InlineData("[FileTexts]", "| 一\n[FileTexts]", "zh.ini, line 3: there is no text to continue")]
    [InlineData("[FileTexts]", "A = 一\n[FileTexts]", "zh.ini, line 3: a text must be in a section")]
    [InlineData("language = Chinese", "", "zh.ini, line 1: the first line must be: language = NAME")]
    public void A_mistake_is_reported_with_its_line(string right, string wrong, string flaw)
    {
        Assert.Contains(right, Chinese);

        var (sources, flaws) = TextsCode.Generate([("en.ini", English), ("zh.ini", Chinese.Replace(right, wrong))]);

        Assert.Empty(sources);
        Assert.Contains(flaw, flaws.Select(one => one.ToString()));
    }

    [Fact]
    public void The_English_texts_are_required()
    {
        Assert.Equal(
            ["en.ini, line 1: the English texts are missing"],
            TextsCode.Generate([("zh.ini", Chinese)]).Flaws.Select(flaw => flaw.ToString()));
    }

    private static IReadOnlyDictionary<string, string> SourcesOf(string english, string? chinese = null)
    {
        var (sources, flaws) = TextsCode.Generate(
            chinese is null ? [("en.ini", english)] : [("en.ini", english), ("zh.ini", chinese)]);
        Assert.Empty(flaws);
        return sources;
    }
}
