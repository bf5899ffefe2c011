using LanChat.Texts;

namespace LanChat.Cli.Tests;

public sealed class ProgramCallSpecs
{
    [Fact]
    public async Task What_the_action_returns_is_the_exit_code() =>
        Assert.Equal((7, "", ""), await Sample.Call("say hello @world"));

    [Fact]
    public async Task The_version_is_printed_whatever_else_was_typed() =>
        Assert.Equal((0, "Sample 1.0\n", ""), await Sample.Call("--version --lang zh"));

    [Theory]
    [InlineData("bogus", "There is no command or option bogus; --help lists them all.", "没有命令或选项 bogus；全部列表见 --help。")]
    [InlineData(
        "--bogus", "There is no command or option --bogus; --help lists them all.", "没有命令或选项 --bogus；全部列表见 --help。")]
    [InlineData("--name", "--name: its value is missing", "--name：缺少值")]
    [InlineData("--name=", "--name: its value is missing", "--name：缺少值")]
    [InlineData("--name a --name b", "--name was given more than once", "--name 出现了不止一次")]
    [InlineData("--count many", "--count: many cannot be its value", "--count：值不能是 many")]
    [InlineData("--lang fr", "--lang: fr is none of these: en, zh", "--lang：fr 不是其中之一：en, zh")]
    [InlineData("learn", "SHELL is missing", "缺少 SHELL")]
    [InlineData("learn cmd", "SHELL: cmd is none of these: bash, fish", "SHELL：cmd 不是其中之一：bash, fish")]
    [InlineData("wrong", "some.key (--set): is wrong", "some.key (--set): is wrong")]
    public async Task What_is_wrong_is_told_in_one_line_with_exit_code_2(
        string arguments, string english, string chinese)
    {
        Assert.Equal((2, "", $"sample: {english}\n"), await Sample.Call(arguments));
        Assert.Equal((2, "", $"sample: {chinese}\n"), await Sample.Call(arguments, Language.Chinese));
    }
}
