namespace LanChat.Texts.Tests;

public sealed class LanguageChoiceSpecs
{
    [Theory]
    [InlineData("", "", "zh_CN.UTF-8", Language.Chinese)]
    [InlineData("", "zh_CN.UTF-8", "en_US.UTF-8", Language.Chinese)]
    [InlineData("C", "zh_CN.UTF-8", "zh_CN.UTF-8", Language.English)]
    [InlineData("zh_CN.UTF-8", "C", "C", Language.Chinese)]
    [InlineData("", "", "", Language.English)]
    public void The_first_variable_that_is_not_empty_applies(
        string all, string messages, string lang, Language expected)
    {
        var variables =
            new Dictionary<string, string?> { ["LC_ALL"] = all, ["LC_MESSAGES"] = messages, ["LANG"] = lang };

        Assert.Equal(expected, LanguageChoice.OfEnvironment(variables.GetValueOrDefault));
    }

    [Theory]
    [InlineData("zh", Language.Chinese)]
    [InlineData("zh_CN", Language.Chinese)]
    [InlineData("zh_CN.GB18030", Language.Chinese)]
    [InlineData("zh_Hans", Language.Chinese)]
    [InlineData("zh_SG.UTF-8", Language.Chinese)]
    [InlineData("zh_TW.UTF-8@radical", Language.Chinese)]
    [InlineData("zh-Hans-CN", Language.Chinese)]
    [InlineData("zha_CN", Language.English)]
    [InlineData("en_GB.UTF-8", Language.English)]
    [InlineData("de_DE@euro", Language.English)]
    [InlineData("C", Language.English)]
    [InlineData("C.UTF-8", Language.English)]
    [InlineData("POSIX", Language.English)]
    public void Chinese_is_recognized_with_any_script_and_country(string locale, Language expected) =>
        Assert.Equal(expected, LanguageChoice.OfEnvironment(name => name == "LANG" ? locale : null));

    [Theory]
    [InlineData("--lang zh", Language.Chinese)]
    [InlineData("--lang=zh", Language.Chinese)]
    [InlineData("--lang:zh", Language.Chinese)]
    [InlineData("rooms --json --lang en", Language.English)]
    [InlineData("--lang zh --lang en", Language.English)]
    [InlineData("--lang", null)]
    [InlineData("--lang fr", null)]
    [InlineData("--language zh", null)]
    [InlineData("send -- --lang zh", null)]
    public void The_option_is_read(string arguments, Language? expected) =>
        Assert.Equal(expected, LanguageChoice.Named(arguments.Split(' ')));
}
