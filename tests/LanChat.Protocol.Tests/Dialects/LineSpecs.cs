using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class LineSpecs
{
    private static readonly ClientMessage Success = Answered("Connect Success\n");

    private readonly ConversationDriver _driver = new(new LineDialect());

    private IEnumerable<ClientMessage> Said => _driver.Messages.Skip(2);

    private static ClientMessage Unknown(string command) => Answered($"Unknown command: {command}\n");

    [Fact]
    public void The_server_sends_a_greeting_first() => Assert.Equal([Success], _driver.Messages);

    [Theory]
    [InlineData("login 小糖豆\n", "小糖豆")]
    [InlineData("login 小糖豆\r\n", "小糖豆")]
    [InlineData("login   Ann of the 3rd floor \n", "Ann of the 3rd floor")]
    [InlineData(" login login\n", "login")]
    public void A_login_requires_its_exact_name(string line, string name) =>
        Assert.Equal([Success, Login(name)], _driver.Receive(line).Messages);

    [Theory]
    [InlineData("login\n")]
    [InlineData("login \n")]
    [InlineData("login   \r\n")]
    public void A_login_without_a_name_is_refused_and_can_be_retried(string line) =>
        Assert.Equal(
            [Success, Answered("UserName Empty\n"), Login("bob")], _driver.Receive(line).Receive("login bob\n").Messages);

    [Fact]
    public void A_refused_login_can_be_retried()
    {
        _driver.AcceptsJoins = false;
        _driver.Receive("login ann\nlook\nlogin bob\n");
        Assert.Equal([Unknown("look"), Login("bob")], Said);
    }

    [Theory]
    [InlineData("say hello", "say")]
    [InlineData("look", "look")]
    [InlineData("tell bob hello", "tell")]
    [InlineData("LOGIN bob", "LOGIN")]
    [InlineData("/help", "/help")]
    [InlineData("loginbob", "loginbob")]
    [InlineData("你好 吗", "你好")]
    public void Other_commands_are_unknown_before_the_login(string line, string command) =>
        Assert.Equal([Success, Unknown(command), Login("bob")], _driver.Receive(line + "\nlogin bob\n").Messages);

    [Fact]
    public void A_second_login_is_unknown()
    {
        _driver.Receive("login ann\nlogin bob\nlogin\n");
        Assert.Equal([Unknown("login"), Unknown("login")], Said);
    }

    [Theory]
    [InlineData("say hello", "hello")]
    [InlineData("say  two  words ", " two  words ")]
    [InlineData("  say hello", "hello")]
    [InlineData("say say", "say")]
    [InlineData("say aa**", "aa**")]
    [InlineData("say @bob hello", "@bob hello")]
    [InlineData("say /help", "/help")]
    [InlineData("say \u001b[31m小糖豆\t😀", "\u001b[31m小糖豆\t😀")]
    public void Say_sends_the_rest_verbatim(string line, string text)
    {
        _driver.Receive("login ann\n" + line + "\n");
        Assert.Equal([Say(text)], Said);
    }

    [Theory]
    [InlineData("tell bob hello there", "bob", "hello there")]
    [InlineData("tell \"Ann of the 3rd floor\" hello there", "Ann of the 3rd floor", "hello there")]
    [InlineData("tell 192.168.38.203 hello", "192.168.38.203", "hello")]
    public void Tell_sends_a_private_message(string line, string to, string text)
    {
        _driver.Receive("login ann\n" + line + "\n");
        Assert.Equal([Tell(to, text)], Said);
    }

    [Theory]
    [InlineData("tell bob")]
    [InlineData("tell bob ")]
    [InlineData("tell \"bob hello")]
    [InlineData("tell")]
    [InlineData("tell ")]
    [InlineData("say")]
    [InlineData("say ")]
    public void Tell_and_say_without_arguments_are_incomplete(string line)
    {
        _driver.Receive("login ann\n" + line + "\n");
        Assert.Equal([Invalid(Refusal.Incomplete)], Said);
    }

    [Fact]
    public void Look_lists_the_members()
    {
        _driver.Receive("login ann\nlook\nlook around\r\n");
        Assert.Equal([List(), List()], Said);
    }

    [Fact]
    public void Logout_leaves_before_and_after_the_login()
    {
        Assert.Equal([Success, Leave()], _driver.Receive("logout\n").Messages);
        Assert.Equal(
            [Success, Login("ann"), Leave()], new ConversationDriver(new LineDialect()).Receive("login ann\nlogout now\n").Messages);
    }

    [Theory]
    [InlineData("hello everybody", "hello")]
    [InlineData("SAY hello", "SAY")]
    [InlineData("say\thello", "say\thello")]
    [InlineData("\u001b[2J hello", "␛[2J")]
    [InlineData("a\u0007\u007f\u0085b", "a␇␡\uFFFDb")]
    public void Other_commands_are_unknown_and_echoed_without_control_characters(string line, string command)
    {
        _driver.Receive("login ann\n" + line + "\nsay hi\n");
        Assert.Equal([Unknown(command), Say("hi")], Said);
    }

    [Fact]
    public void Empty_lines_are_ignored()
    {
        _driver.Receive("\n\r\nlogin ann\n\n  \r\n\t\nsay hi\n");
        Assert.Equal([Success, Login("ann"), Say("hi")], _driver.Messages);
    }

    [Fact]
    public void A_last_line_without_line_break_counts_at_the_end() =>
        Assert.Equal([Success, Login("ann"), Say("bye")], _driver.Receive("login ann\nsay bye").End().Messages);

    [Fact]
    public void GBK_and_UTF_8_lines_can_be_mixed()
    {
        _driver.Receive([.. "login ann\n"u8, .. Gbk.Bytes("say 你好\n"), .. "say 你好\n"u8]);
        Assert.Equal([Say("你好"), Say("你好")], Said);
    }

    [Fact]
    public void A_line_that_is_not_text_closes_the_connection()
    {
        _driver.Receive("login ann\nsay a\0b\nsay c\n");
        Assert.Equal([Invalid(Refusal.NotText)], Said);
        Assert.Equal(
            [Success, Invalid(Refusal.NotText)],
            new ConversationDriver(new LineDialect()).Receive([0x81, 0x20, (byte)'\n']).Messages);
    }
}
