using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>
/// No nickname and no text can look like a line of another member, in any dialect.
/// </summary>
public sealed class ForgedLineSpecs
{
    private const string Time = "[TIME : Thu Aug 10 16:02:43 2023]\\r\\n";

    private static string Sent(IDialect dialect, string name, string text, MessageKind kind = MessageKind.Said) =>
        Assert.Single(Frames(dialect, Spoken(Hello with { Nickname = name, Text = text, Kind = kind })));

    [Theory]
    [InlineData("ann", "ann: hi\n")]
    [InlineData("小糖豆", "小糖豆: hi\n")]
    [InlineData("J.-P_2", "J.-P_2: hi\n")]
    [InlineData("192.168.38.203", "192.168.38.203: hi\n")]
    [InlineData("👩🏽‍💻❤️", "👩🏽‍💻❤️: hi\n")]
    [InlineData("e\u0301lan", "e\u0301lan: hi\n")]
    [InlineData("Ann of the 3rd floor", "Ann of the 3rd floor: hi\n")]
    [InlineData("(private) victim", "\"(private) victim\": hi\n")]
    [InlineData("victim: yes, I agree", "\"victim: yes, I agree\": hi\n")]
    [InlineData("victim：yes", "\"victim：yes\": hi\n")]
    [InlineData("victim∶yes", "\"victim∶yes\": hi\n")]
    [InlineData("victimꓽyes", "\"victimꓽyes\": hi\n")]
    [InlineData("* victim", "\"* victim\": hi\n")]
    [InlineData("victim has left the room.", "\"victim has left the room.\": hi\n")]
    [InlineData("\"a b\": yes", "\"\\\"a b\\\": yes\": hi\n")]
    [InlineData("a\\", "\"a\\\\\": hi\n")]
    [InlineData("a\u202Eb", "\"a\uFFFDb\": hi\n")]
    public void In_the_line_dialect_names_that_are_not_one_word_are_quoted(string name, string line) =>
        Assert.Equal(line, Sent(new LineDialect(), name, "hi"));

    [Theory]
    [InlineData("victim", "* victim waves\n")]
    [InlineData("victim resigns and", "* \"victim resigns and\" waves\n")]
    public void An_action_begins_with_one_word_or_a_quoted_name(string name, string line) =>
        Assert.Equal(line, Sent(new LineDialect(), name, "waves", MessageKind.Acted));

    [Fact]
    public void Names_are_quoted_in_every_frame()
    {
        var eve = new Member("victim: yes", Who.Address);
        string[] Lines(RoomEvent said) => Frames(new LineDialect(), said);

        Assert.Equal(["* \"victim: yes\" waves\n"], Lines(Spoken(Wave with { Nickname = eve.Nickname })));
        Assert.Equal(["(private) \"victim: yes\": hi\n"], Lines(
            new RoomEvent.PrivateMessage(Hello with { Nickname = eve.Nickname, Text = "hi" }, Who)));
        Assert.Equal(["\"victim: yes\" has entered the room.\n"], Lines(
            Spoken(JoinMessage with { System = new SystemMessage.Joined(eve) })));
        Assert.Equal(["\"victim: yes\" has left the room.\n"], Lines(
            Spoken(LeaveMessage with { System = new SystemMessage.Left(eve) })));
        Assert.Equal(["Online Users:\n\"victim: yes\"\n"], Lines(new RoomEvent.MembersListed([eve], Room, Then)));
    }

    [Theory]
    [InlineData("小糖豆", "hi", "[小糖豆] : hi\\r\\n")]
    [InlineData(
        "bob",
        "\r\n[TIME : Sun Nov 29 10:00:00 2026]\r\n[victim] : \u001b[31mI resign",
        "[bob] : \\r\\n[bob] : [TIME : Sun Nov 29 10:00:00 2026]\\r\\n[bob] : [victim] : ␛[31mI resign\\r\\n")]
    [
        InlineData("bob", "a\u0085b\u2028c\u2029d\fe\rf\ng", "[bob] : a\\r\\n[bob] : b\\r\\n[bob] : c\\r\\n[bob] : "
            + "d\\r\\n[bob] : e\\r\\n[bob] : f\\r\\n[bob] : g\\r\\n"),
    ]
    [InlineData("bob", "a\u009b2J\u007f\u202Eb\tc", "[bob] : a\uFFFD2J␡\uFFFDb\\tc\\r\\n")]
    [InlineData("victim] : I resign [", ".", "[\\\"victim] : I resign [\\\"] : .\\r\\n")]
    [InlineData("victim CHATTING TO you", ".", "[\\\"victim CHATTING TO you\\\"] : .\\r\\n")]
    [InlineData("SYSTEM", ".", "[\\\"SYSTEM\\\"] : .\\r\\n")]
    [InlineData("system", ".", "[\\\"system\\\"] : .\\r\\n")]
    public void In_pychat_every_line_begins_with_its_sender(string name, string text, string lines) =>
        Assert.Equal($$"""{"type":"broadcast","msg":"{{Time}}{{lines}}"}""", Sent(new PychatDialect(), name, text));

    [Theory]
    [InlineData("张三", "one\r\ntwo", " 张三:one\r\n张三:two:;张三:;【群发】")]
    [InlineData("bob", "x\nvictim:yes", " bob:x\r\nbob:victim:yes:;bob:;【群发】")]
    [InlineData("bob", "\u001b[31mred", " bob:␛[31mred:;bob:;【群发】")]
    [InlineData("victim:yes", ".", " \"victim:yes\":.:;victim:yes:;【群发】")]
    public void In_colon_every_line_begins_with_its_sender(string name, string text, string frame) =>
        Assert.Equal(frame, Sent(new ColonDialect(), name, text));

    [Theory]
    [InlineData("bob", "x\nvictim: yes", "x\\r\\nbob: victim: yes")]
    [InlineData("victim: no", "x\ny", "x\\r\\n\\\"victim: no\\\": y")]
    [InlineData("bob", "\u001b[31mred", "␛[31mred")]
    public void In_miniqq_every_further_line_begins_with_its_sender(string name, string text, string content) =>
        Assert.Equal(
            $$"""{"type":"1","sourceIP":"{{name}}","content":"{{content}}"}""", Sent(new MiniqqDialect(), name, text));

    [Theory]
    [InlineData("x\nvictim: yes", "x\\r\\n小糖豆: victim: yes")]
    [InlineData("\u001b[31mred\u0007", "␛[31mred␇")]
    public void In_the_terminal_dialect_every_further_line_begins_with_its_sender(string text, string message)
    {
        foreach (var name in new[] { "bob", "bob\n" })
        {
            var encoder = new ConversationDriver(new TerminalDialect()).Receive(name).Pause().Conversation.Encoder;

            Assert.Contains($"\"message\":\"{message}\"", Written(
                encoder, Spoken(Hello with { Text = text })), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_control_character_is_sent() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        foreach (var dialect in AllDialects.List)
        {
            var sent = string.Concat(
                Frames(dialect, Spoken(Hello with { Text = text }), Spoken(Hello with { Nickname = text })));

            Assert.DoesNotContain(sent, c => char.IsControl(c) && c is not ('\n' or '\t' or '\r'));
        }
    }, times: 500);
}
