namespace LanChat.EndToEnd.Tests.Scripting;

public sealed class CompletionSpecs
{
    [Fact]
    public async Task What_bash_is_given_completes_in_bash()
    {
        var run = await ScriptRun.InBash(
            """
            set -e
            source <("$0" "$@")
            COMP_WORDS=(lanchat --nick tail me) COMP_CWORD=3
            _lanchat
            echo "${COMPREPLY[@]}"
            COMP_WORDS=(lanchat tail --li) COMP_CWORD=2
            _lanchat
            echo "${COMPREPLY[@]}"
            """,
            "completion", "bash");

        Assert.Equal(new ScriptRun(0, "members\n--lines\n", ""), run);
    }

    [Theory]
    [InlineData("zsh", "#compdef lanchat")]
    [InlineData("fish", "complete -c lanchat")]
    public async Task The_other_shells_are_given_theirs(string shell, string part)
    {
        var run = await ScriptRun.Of("completion", shell);

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Contains(part, run.Output);
        Assert.Contains("members", run.Output);
    }

    [Fact]
    public async Task There_is_none_for_another_shell() =>
        Assert.Equal(2, (await ScriptRun.Of("completion", "csh")).Code);
}
