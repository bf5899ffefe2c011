namespace LanChat.EndToEnd.Tests.Scripting;

public sealed class CompletionSpecs
{
    [Fact]
    public async Task The_bash_script_completes_commands_and_options()
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
    public async Task Zsh_and_fish_get_their_own_scripts(string shell, string part)
    {
        var run = await ScriptRun.Of("completion", shell);

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Contains(part, run.Output);
        Assert.Contains("members", run.Output);
    }

    [Fact]
    public async Task An_unknown_shell_is_a_wrong_call() =>
        Assert.Equal(2, (await ScriptRun.Of("completion", "csh")).Code);
}
