using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>LanChat's own client in a terminal.</summary>
public sealed class ConsoleClientSpecs(OneServer one) : IClassFixture<OneServer>
{
    [Fact]
    public async Task A_private_message_is_delivered_to_sender_and_recipient_only()
    {
        await using var ann = await ConsoleClient.Enter(one.Server.EndPoint, "ann");
        await using var ben = await ConsoleClient.Enter(one.Server.EndPoint, "小 明");
        await using var eve = await ConsoleClient.Enter(one.Server.EndPoint, "eve");

        ann.Type("/msg \"小 明\" only you :tada:");
        ann.Type("for all :+1:");

        await ann.Sees("▸ ann: (private to 小 明) only you 🎉");
        await ben.Sees("ann: (private to 小 明) only you 🎉");
        await eve.Sees("ann: for all 👍");
        Assert.DoesNotContain("only you", eve.Seen);

        ben.Type("/msg nobody are you there?");
        await ben.Sees("Not sent to nobody, because there is nobody of that name here: /msg nobody are you there?");
        await ben.Sees("> /msg nobody are you there?");
        ben.Press("\x15");
        ben.Type("/bogus");
        await ben.Sees("Unknown command /bogus");
        ben.Type("/quit");
        Assert.Equal(0, await ben.ExitCode());
        Assert.DoesNotContain("are you there", ann.Seen);
        Assert.DoesNotContain("bogus", ann.Seen);
    }

    [Fact]
    public async Task Pasted_lines_are_one_message_and_the_screen_is_restored_at_the_end()
    {
        await using var pat = await ConsoleClient.Enter(one.Server.EndPoint, "pat");
        await using var sue = await ConsoleClient.Enter(one.Server.EndPoint, "sue");

        pat.Press("\e[200~first\n第二行\n\e[201~");
        pat.Press("\e\rthird");
        pat.Type("");

        await sue.Sees("pat: first");
        await sue.Sees("third");
        Assert.Contains("第二行", sue.Seen);
        Assert.DoesNotContain("pat: 第二行", sue.Seen);
        Assert.DoesNotContain("pat: third", sue.Seen);

        Assert.True(pat.IsOnAlternateScreen);
        pat.Type("/quit");
        Assert.Equal(0, await pat.ExitCode());
        await pat.RestoresItsScreen();
    }

    [Fact]
    public async Task An_emoji_code_is_sent_as_the_emoji_and_a_sticker_code_unchanged()
    {
        using var old = await LineClient.Enter(one.Server.EndPoint, "old");
        await using var zoe = await ConsoleClient.Enter(one.Server.EndPoint, "zoe");

        zoe.Press("well :rock");
        await zoe.Sees("▸ :rocket:  🚀");
        zoe.Press("\t");
        zoe.Type(" :nope: 1:2:3");
        zoe.Type("aa**");
        zoe.Type("``#:fire:");

        Assert.Equal(("zoe", "well 🚀 :nope: 1:2:3"), await old.NextSaid());
        Assert.Equal(("zoe", "aa**"), await old.NextSaid());
        Assert.Equal(("zoe", "``#:fire:"), await old.NextSaid());
    }

    [Fact]
    public async Task A_renamed_user_has_the_new_nickname_in_the_prompt_and_for_everyone()
    {
        using var old = await LineClient.Enter(one.Server.EndPoint, "older");
        await using var kim = await ConsoleClient.Enter(one.Server.EndPoint, "kim");

        kim.Type("/nick kim 二号");
        await kim.Sees("kim 二号> ");
        kim.Type("/me waves");
        Assert.Equal(("kim 二号", "* kim 二号 waves"), await old.NextSaid());

        kim.Type("/i");
        await kim.Sees("kim 二号 (muted)> ");
        await old.Type("can you hear me?");
        await old.Type("@\"kim 二号\" and now?");
        await kim.Sees("older: (private to kim 二号) and now?");
        Assert.DoesNotContain("can you hear me?", kim.Seen);
    }
}
