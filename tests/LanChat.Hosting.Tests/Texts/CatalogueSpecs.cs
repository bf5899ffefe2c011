namespace LanChat.Texts.Tests;

public sealed class CatalogueSpecs
{
    /// <summary>The texts that are equal in both languages.</summary>
    private static readonly string[] SameInBothLanguages = [];

    public static TheoryData<string> Names => [.. Catalogue.Texts.Select(text => $"{text}|{Catalogue.NameOf(text)}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_exists_in_both_languages_with_all_its_arguments(string name)
    {
        var text = Catalogue.Texts.Single(one => $"{one}|{Catalogue.NameOf(one)}" == name);
        var arguments = Catalogue.Arguments(text);
        var (english, chinese) =
            (Catalogue.In(Language.English, text, arguments), Catalogue.In(Language.Chinese, text, arguments));

        Assert.DoesNotContain(english, character => character >= '\u3000');
        if (!SameInBothLanguages.Contains(Catalogue.NameOf(text)))
            Assert.Contains(chinese, character => character >= '\u3000');
        foreach (var argument in arguments.Select(Catalogue.Shown))
        {
            Assert.Contains(argument, english);
            Assert.Contains(argument, chinese);
        }
    }

    [Fact]
    public void Every_text_is_used()
    {
        var used = new[] { typeof(Languages), typeof(Server.Cli.Banner), typeof(Client.Cli.ProductVersion) }
            .SelectMany(type => Code.CallsOf(type.Assembly)).ToHashSet();

        Assert.NotEmpty(Catalogue.Texts);
        Assert.Equal([], Catalogue.Texts.Select(Catalogue.NameOf).Except(used));
    }
}
