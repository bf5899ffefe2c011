using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class LineCommandsSpecs
{
    private static ClientMessage Meaning(string line) => new Listener().Reads("bob\n").Reads(line + "\n").Heard[1];

    private static ClientMessage RawMeaning(string text) => new Listener().Reads("bob").Waits().Reads(text).Heard[1];

    [Theory]
    [InlineData("/ls")]
    [InlineData("/ls ")]
    [InlineData("/ls all")]
    public void Ls_lists(string line) => Assert.Equal(List(), Meaning(line));

    [Fact]
    public void Help_helps() => Assert.Equal(Help(), Meaning("/help"));

    [Fact]
    public void I_shuts_the_group_out_and_in_again() => Assert.Equal(Ignore(), Meaning("/i"));

    [Theory]
    [InlineData("/nick ann", "ann")]
    [InlineData("/nick  Ann of the 3rd floor ", "Ann of the 3rd floor")]
    [InlineData("/nick /ls", "/ls")]
    public void Nick_renames(string line, string name) => Assert.Equal(Rename(name), Meaning(line));

    [Theory]
    [InlineData("/me waves", "waves")]
    [InlineData("/me  waves ", " waves ")]
    [InlineData("/me /me", "/me")]
    public void Me_acts(string line, string text) => Assert.Equal(Act(text), Meaning(line));

    [Theory]
    [InlineData("/away at lunch", "at lunch")]
    [InlineData("/away  at lunch ", "at lunch")]
    [InlineData("/away", "")]
    [InlineData("/away ", "")]
    public void Away_is_away_and_with_no_reason_back(string line, string text) =>
        Assert.Equal(Away(text), Meaning(line));

    [Theory]
    [InlineData("//text", "/text")]
    [InlineData("//", "/")]
    [InlineData("///", "//")]
    [InlineData("// me", "/ me")]
    public void A_second_slash_is_said(string line, string text) => Assert.Equal(Say(text), Meaning(line));

    [Theory]
    [InlineData("@ann hi", "ann", "hi")]
    [InlineData("@ann  hi there ", "ann", " hi there ")]
    [InlineData("@小糖豆 只有你", "小糖豆", "只有你")]
    [InlineData("@\"Ann of the 3rd floor\" hi", "Ann of the 3rd floor", "hi")]
    [InlineData("@\"a b\"  hi \"there\" you", "a b", " hi \"there\" you")]
    [InlineData("@\"a\"b c\" hi", "a\"b c", "hi")]
    [InlineData("@\"\"a\" hi", "\"a", "hi")]
    [InlineData("@a\"b hi", "a\"b", "hi")]
    [InlineData("@@ann hi", "@ann", "hi")]
    [InlineData("@ann /me hi", "ann", "/me hi")]
    public void An_at_sign_addresses_one_person_in_line_and_raw_mode(string line, string to, string text)
    {
        Assert.Equal(Tell(to, text), Meaning(line));
        Assert.Equal(Tell(to, text), RawMeaning(line));
    }

    [Theory]
    [InlineData("@")]
    [InlineData("@ ")]
    [InlineData("@ hi")]
    [InlineData("@ann")]
    [InlineData("@ann ")]
    [InlineData("@\"ann\"")]
    [InlineData("@\"ann of\" ")]
    [InlineData("@\"ann hi")]
    [InlineData("@\"ann\"hi")]
    [InlineData("@\"\" hi")]
    public void Half_an_address_is_answered_and_never_said(string line)
    {
        Assert.Equal(Invalid(Refusal.Incomplete), Meaning(line));
        Assert.Equal(Invalid(Refusal.Incomplete), RawMeaning(line));
    }

    [Theory]
    [InlineData("/nick")]
    [InlineData("/nick  ")]
    [InlineData("/me")]
    [InlineData("/me  ")]
    public void A_command_that_lacks_something_is_answered(string line) =>
        Assert.Equal(Invalid(Refusal.Incomplete), Meaning(line));

    [Theory]
    [InlineData("/")]
    [InlineData("/ ")]
    [InlineData("/ ls")]
    [InlineData("/LS")]
    [InlineData("/lsx")]
    [InlineData("/quit")]
    [InlineData("/nick\tann")]
    [InlineData("/etc/passwd")]
    [InlineData("/小")]
    public void What_begins_with_a_slash_and_is_no_command_is_answered_and_never_said(string line) =>
        Assert.Equal(Invalid(Refusal.UnknownCommand), Meaning(line));

    [Theory]
    [InlineData(" /ls")]
    [InlineData(" @ann hi")]
    [InlineData("a @ann /ls")]
    [InlineData("aa**")]
    [InlineData("``#1")]
    [InlineData(":smile:")]
    public void Everything_else_is_said(string line)
    {
        Assert.Equal(Say(line), Meaning(line));
        Assert.Equal(Say(line), RawMeaning(line));
    }

    [Theory]
    [InlineData("/ls")]
    [InlineData("//")]
    [InlineData("/i")]
    public void Older_clients_say_what_begins_with_a_slash(string text) => Assert.Equal(Say(text), RawMeaning(text));

    [Theory]
    [InlineData("bob", "@bob ")]
    [InlineData("小糖豆", "@小糖豆 ")]
    [InlineData("a b", "@\"a b\" ")]
    [InlineData("\"x", "@\"\"x\" ")]
    [InlineData("@\"", "@@\" ")]
    public void A_name_is_mentioned_so_that_it_is_understood(string name, string mention)
    {
        Assert.Equal(mention, LineCommands.Mention(name));
        Assert.Equal(Tell(name, "hi"), LineCommands.Address(mention + "hi"));
    }

    [Fact]
    public void A_name_that_cannot_be_written_is_not_mentioned() => Assert.Null(LineCommands.Mention("a\" b"));
}
