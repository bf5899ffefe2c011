using LanChat.Texts;

namespace LanChat.Cli.Tests;

public sealed class HelpPageSpecs
{
    [Fact]
    public async Task The_help_page_lists_commands_and_options() => Assert.Equal("""
        A sample.

        Usage:
          sample [command] [options]

        Options:
          --name <NAME>        A name.
          -n, --count <COUNT>  How many. [default: 10]
          --lang <en|zh>       Language; the system's by default.
          -h, -?, --help       Show help.
          --version            Show the version.

        Commands:
          say [<TEXT>...]    Says something
          learn <bash|fish>  Learns a shell
          wrong              Goes wrong

        """, (await Sample.Run("--help")).Output);

    [Fact]
    public async Task The_help_page_of_a_command_has_its_own_and_the_global_options() => Assert.Equal("""
        Says something. Loudly.

        用法：
          sample say [<TEXT>...] [选项]

        参数：
          <TEXT>  What.

        选项：
          --name <NAME>   A name.
          --lang <en|zh>  界面语言；默认跟随系统。
          -h, -?, --help  显示帮助。

        """, (await Sample.Run("say --help", Language.Chinese)).Output);
}
