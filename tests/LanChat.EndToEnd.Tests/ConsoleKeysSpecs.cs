using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>Keys as in other terminal programs, and signals.</summary>
public sealed class ConsoleKeysSpecs(OneServer one) : IClassFixture<OneServer>
{
    [Fact]
    public async Task Ctrl_C_clears_the_input_and_quits_if_it_is_empty()
    {
        await using var ann = await ConsoleClient.Enter(one.Server.EndPoint, "ann-c");
        ann.Press("half a sentence\x03");
        ann.Type("another");
        await ann.Sees("▸ ann-c: another");
        Assert.DoesNotContain("ann-c: half", ann.Seen);

        ann.Press("\x03");

        Assert.Equal(0, await ann.ExitCode());
        await ann.RestoresItsScreen();
    }

    [TmuxFact]
    public async Task Ctrl_Z_without_a_shell_does_not_suspend_the_client()
    {
        await using var shell = await TmuxTerminal.Start(
            100, 24, "lanchat", "--connect", $"{one.Server.EndPoint}", "--nick", "ann-z");
        await shell.Sees("ann-z>");
        await shell.Press("C-z");
        await shell.Type("nothing takes it up again here");

        await shell.Sees("▸ ann-z: nothing takes it up again here");
        await shell.Type("/quit");
        await shell.Ends();
    }

    [Fact]
    public async Task SIGHUP_restores_the_screen()
    {
        await using var ann = await ConsoleClient.Enter(one.Server.EndPoint, "ann-h");

        ann.Signal(RunningProgram.HangUp);

        Assert.Equal(0, await ann.ExitCode());
        await ann.RestoresItsScreen();
    }

    [Fact]
    public async Task A_link_with_parentheses_is_a_complete_hyperlink()
    {
        await using var ann = await ConsoleClient.Enter(one.Server.EndPoint, "ann-l");

        ann.Type("see https://en.wikipedia.org/wiki/Git_(software), please");

        await ann.Writes(";https://en.wikipedia.org/wiki/Git_(software)\e\\");
    }

    [Fact]
    public async Task A_message_that_begins_with_a_mention_is_sent_to_everyone()
    {
        using var old = await LineClient.Enter(one.Server.EndPoint, "old-m");
        await using var ben = await ConsoleClient.Enter(one.Server.EndPoint, "ben-m");
        await using var ann = ConsoleClient.Start(
            "xterm-256color", "--connect", $"{one.Server.EndPoint}", "--nick", "ann-m", "--set",
            "lanchat.client.key=off");
        await ann.Sees("ann-m> ");

        ann.Type("/msg old-m a word first");
        await old.Receive("a word first");
        ann.Type("@ben-m, look");

        Assert.Equal(("ann-m", "@ben-m, look"), await old.NextSaid());
        await ben.Sees("@ben-m, look");
    }
}
