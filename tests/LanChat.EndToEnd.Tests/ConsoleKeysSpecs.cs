using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>What people of other terminal programs press, and signals.</summary>
public sealed class ConsoleKeysSpecs(OneServer one) : IClassFixture<OneServer>
{
    [Fact]
    public async Task Ctrl_and_C_clears_what_is_typed_and_leaves_when_nothing_is()
    {
        await using var ann = await ConsoleClient.Enter(one.Server.EndPoint, "ann-c");
        ann.Press("half a sentence\x03");
        ann.Type("another");
        await ann.Sees("▸ ann-c: another");
        Assert.DoesNotContain("ann-c: half", ann.Seen);

        ann.Press("\x03");

        Assert.Equal(0, await ann.ExitCode());
        await ann.GivesItsScreenBack();
    }

    [TmuxFact]
    public async Task Without_a_shell_it_is_not_put_aside()
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
    public async Task A_hang_up_gives_the_screen_back()
    {
        await using var ann = await ConsoleClient.Enter(one.Server.EndPoint, "ann-h");

        ann.Signal(RunningProgram.HangUp);

        Assert.Equal(0, await ann.ExitCode());
        await ann.GivesItsScreenBack();
    }

    [Fact]
    public async Task A_link_leads_to_all_of_it()
    {
        await using var ann = await ConsoleClient.Enter(one.Server.EndPoint, "ann-l");

        ann.Type("see https://en.wikipedia.org/wiki/Git_(software), please");

        await ann.Writes(";https://en.wikipedia.org/wiki/Git_(software)\e\\");
    }

    [Fact]
    public async Task A_name_at_the_beginning_calls_somebody_and_everybody_reads_it()
    {
        using var old = await LineClient.Enter(one.Server.EndPoint, "old-m");
        await using var ben = await ConsoleClient.Enter(one.Server.EndPoint, "ben-m");
        await using var ann = ConsoleClient.Start(
            "xterm-256color", "--connect", $"{one.Server.EndPoint}", "--nick", "ann-m", "--set",
            "lanchat.client.key=off"); // nobody who used it before
        await ann.Sees("ann-m> ");

        ann.Type("/msg old-m a word first");
        await old.Hear("a word first");
        ann.Type("@ben-m, look");

        Assert.Equal(("ann-m", "@ben-m, look"), await old.NextSaid());
        await ben.Sees("@ben-m, look");
    }
}
