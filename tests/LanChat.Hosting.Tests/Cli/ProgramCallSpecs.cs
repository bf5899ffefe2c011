using LanChat.Texts;

namespace LanChat.Cli.Tests;

public sealed class ProgramCallSpecs
{
    [Fact]
    public async Task The_exit_code_is_that_of_the_action() =>
        Assert.Equal((7, "", ""), await Sample.Run("say hello @world"));

    [Fact]
    public async Task The_version_is_printed_despite_other_options() =>
        Assert.Equal((0, "Sample 1.0\n", ""), await Sample.Run("--version --lang zh"));

    [Theory]
    [InlineData("bogus", "Unknown command or option bogus. See --help.", "未知的命令或选项 bogus，见 --help。")]
    [InlineData(
        "--bogus", "Unknown command or option --bogus. See --help.", "未知的命令或选项 --bogus，见 --help。")]
    [InlineData("--name", "--name: missing value", "--name：缺少值")]
    [InlineData("--name=", "--name: missing value", "--name：缺少值")]
    [InlineData("--name a --name b", "--name can only be given once", "--name 只能指定一次")]
    [InlineData("--count many", "--count: invalid value many", "--count：无效的值 many")]
    [InlineData("--lang fr", "--lang: fr is invalid; use one of: en, zh", "--lang：fr 无效，可选：en, zh")]
    [InlineData("learn", "SHELL is missing", "缺少 SHELL")]
    [InlineData("learn cmd", "SHELL: cmd is invalid; use one of: bash, fish", "SHELL：cmd 无效，可选：bash, fish")]
    [InlineData("wrong", "some.key (--set): is wrong", "some.key (--set): is wrong")]
    public async Task A_wrong_call_is_one_line_with_exit_code_2(
        string arguments, string english, string chinese)
    {
        Assert.Equal((2, "", $"sample: {english}\n"), await Sample.Run(arguments));
        Assert.Equal((2, "", $"sample: {chinese}\n"), await Sample.Run(arguments, Language.Chinese));
    }
}
