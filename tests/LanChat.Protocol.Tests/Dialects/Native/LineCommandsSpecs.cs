using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class LineCommandsSpecs
{
    private static ClientMessage Meaning(string line) =>
        new ConversationDriver().Receive("bob\n").Receive(line + "\n").Messages[1];

    private static ClientMessage RawMeaning(string text) =>
        new ConversationDriver().Receive("bob").Pause().Receive(text).Messages[1];

    [Theory]
    [InlineData("/ls")]
    [InlineData("/ls ")]
    [InlineData("/ls all")]
    public void Ls_lists_the_members(string line) => Assert.Equal(List(), Meaning(line));

    [Fact]
    public void Help_requests_help() => Assert.Equal(Help(), Meaning("/help"));

    [Fact]
    public void I_toggles_group_messages() => Assert.Equal(Ignore(), Meaning("/i"));

    [Theory]
    [InlineData("/nick ann", "ann")]
    [InlineData("/nick  Ann of the 3rd floor ", "Ann of the 3rd floor")]
    [InlineData("/nick /ls", "/ls")]
    public void Nick_renames(string line, string name) => Assert.Equal(Rename(name), Meaning(line));

    [Theory]
    [InlineData("/me waves", "waves")]
    [InlineData("/me  waves ", " waves ")]
    [InlineData("/me /me", "/me")]
    public void Me_sends_an_action(string line, string text) => Assert.Equal(Act(text), Meaning(line));

    [Theory]
    [InlineData("/away at lunch", "at lunch")]
    [InlineData("/away  at lunch ", "at lunch")]
    [InlineData("/away", "")]
    [InlineData("/away ", "")]
    public void Away_sets_the_reason_and_without_one_ends_it(string line, string text) =>
        Assert.Equal(Away(text), Meaning(line));

    [Theory]
    [InlineData("/s/3/4/", "3", "4")]
    [InlineData("/s/3/4", "3", "4")]
    [InlineData("/s/a b/c d/", "a b", "c d")]
    [InlineData("/s/gone//", "gone", "")]
    [InlineData("/s/it/http://x/y/", "it", "http://x/y")]
    public void S_corrects_the_last_message(string line, string wrong, string right) =>
        Assert.Equal(new ClientMessage.Correct(wrong, right), Meaning(line));

    [Theory]
    [InlineData("/s/")]
    [InlineData("/s//x/")]
    [InlineData("/s/x")]
    public void A_correction_without_its_parts_is_incomplete(string line) =>
        Assert.Equal(Invalid(Refusal.Incomplete), Meaning(line));

    [Fact]
    public void Recall_takes_the_last_message_back() => Assert.Equal(new ClientMessage.Recall(0), Meaning("/recall"));

    [Theory]
    [InlineData("//text", "/text")]
    [InlineData("//", "/")]
    [InlineData("///", "//")]
    [InlineData("// me", "/ me")]
    public void A_double_slash_sends_one_slash(string line, string text) => Assert.Equal(Say(text), Meaning(line));

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
    public void An_at_sign_sends_a_private_message_in_line_and_raw_mode(string line, string to, string text)
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
    public void An_incomplete_private_message_is_refused(string line)
    {
        Assert.Equal(Invalid(Refusal.Incomplete), Meaning(line));
        Assert.Equal(Invalid(Refusal.Incomplete), RawMeaning(line));
    }

    [Theory]
    [InlineData("/nick")]
    [InlineData("/nick  ")]
    [InlineData("/me")]
    [InlineData("/me  ")]
    public void A_command_without_its_argument_is_refused(string line) =>
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
    public void An_unknown_command_is_refused(string line) =>
        Assert.Equal(Invalid(Refusal.UnknownCommand), Meaning(line));

    [Theory]
    [InlineData(" /ls")]
    [InlineData(" @ann hi")]
    [InlineData("a @ann /ls")]
    [InlineData("aa**")]
    [InlineData("``#1")]
    [InlineData(":smile:")]
    public void Other_lines_are_messages(string line)
    {
        Assert.Equal(Say(line), Meaning(line));
        Assert.Equal(Say(line), RawMeaning(line));
    }

    [Theory]
    [InlineData("/ls")]
    [InlineData("//")]
    [InlineData("/i")]
    public void In_raw_mode_a_slash_is_part_of_the_message(string text) => Assert.Equal(Say(text), RawMeaning(text));

    [Theory]
    [InlineData("bob", "@bob ")]
    [InlineData("小糖豆", "@小糖豆 ")]
    [InlineData("a b", "@\"a b\" ")]
    [InlineData("\"x", "@\"\"x\" ")]
    [InlineData("@\"", "@@\" ")]
    public void A_mention_is_encoded_so_that_it_is_decoded_again(string name, string mention)
    {
        Assert.Equal(mention, LineCommands.Mention(name));
        Assert.Equal(Tell(name, "hi"), LineCommands.Address(mention + "hi"));
    }

    [Fact]
    public void A_name_that_cannot_be_quoted_has_no_mention() => Assert.Null(LineCommands.Mention("a\" b"));
}
