using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class LineSpecs
{
    private static readonly ClientMessage Success = Answered("Connect Success\n");

    private readonly Listener _listener = new(new LineDialect());

    private IEnumerable<ClientMessage> Said => _listener.Heard.Skip(2);

    private static ClientMessage Unknown(string command) => Answered($"Unknown command: {command}\n");

    [Fact]
    public void The_server_speaks_first() => Assert.Equal([Success], _listener.Heard);

    [Theory]
    [InlineData("login 小糖豆\n", "小糖豆")]
    [InlineData("login 小糖豆\r\n", "小糖豆")]
    [InlineData("login   Ann of the 3rd floor \n", "Ann of the 3rd floor")]
    [InlineData(" login login\n", "login")]
    public void A_login_enters_by_its_name_or_not_at_all(string line, string name) =>
        Assert.Equal([Success, Login(name)], _listener.Reads(line).Heard);

    [Theory]
    [InlineData("login\n")]
    [InlineData("login \n")]
    [InlineData("login   \r\n")]
    public void A_login_without_a_name_is_answered_and_another_may_follow(string line) =>
        Assert.Equal(
            [Success, Answered("UserName Empty\n"), Login("bob")], _listener.Reads(line).Reads("login bob\n").Heard);

    [Fact]
    public void Who_was_refused_is_not_in()
    {
        _listener.LetsIn = false;
        _listener.Reads("login ann\nlook\nlogin bob\n");
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
    public void Before_the_login_the_rest_is_unknown(string line, string command) =>
        Assert.Equal([Success, Unknown(command), Login("bob")], _listener.Reads(line + "\nlogin bob\n").Heard);

    [Fact]
    public void Who_is_in_does_not_log_in_again()
    {
        _listener.Reads("login ann\nlogin bob\nlogin\n");
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
    public void What_follows_say_is_said_as_it_is(string line, string text)
    {
        _listener.Reads("login ann\n" + line + "\n");
        Assert.Equal([Say(text)], Said);
    }

    [Theory]
    [InlineData("tell bob hello there", "bob", "hello there")]
    [InlineData("tell \"Ann of the 3rd floor\" hello there", "Ann of the 3rd floor", "hello there")]
    [InlineData("tell 192.168.38.203 hello", "192.168.38.203", "hello")]
    public void Tell_is_private(string line, string to, string text)
    {
        _listener.Reads("login ann\n" + line + "\n");
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
    public void Tell_needs_a_name_and_a_text_and_say_a_text(string line)
    {
        _listener.Reads("login ann\n" + line + "\n");
        Assert.Equal([Invalid(Refusal.Incomplete)], Said);
    }

    [Fact]
    public void Look_lists()
    {
        _listener.Reads("login ann\nlook\nlook around\r\n");
        Assert.Equal([List(), List()], Said);
    }

    [Fact]
    public void Logout_ends_it_before_and_after_the_login()
    {
        Assert.Equal([Success, Leave()], _listener.Reads("logout\n").Heard);
        Assert.Equal(
            [Success, Login("ann"), Leave()], new Listener(new LineDialect()).Reads("login ann\nlogout now\n").Heard);
    }

    [Theory]
    [InlineData("hello everybody", "hello")]
    [InlineData("SAY hello", "SAY")]
    [InlineData("say\thello", "say\thello")]
    [InlineData("\u001b[2J hello", "␛[2J")]
    [InlineData("a\u0007\u007f\u0085b", "a␇␡\uFFFDb")]
    public void Anything_else_is_unknown_and_shown_without_its_controls(string line, string command)
    {
        _listener.Reads("login ann\n" + line + "\nsay hi\n");
        Assert.Equal([Unknown(command), Say("hi")], Said);
    }

    [Fact]
    public void Empty_lines_are_ignored()
    {
        _listener.Reads("\n\r\nlogin ann\n\n  \r\n\t\nsay hi\n");
        Assert.Equal([Success, Login("ann"), Say("hi")], _listener.Heard);
    }

    [Fact]
    public void What_follows_the_last_line_end_counts_when_the_client_ends() =>
        Assert.Equal([Success, Login("ann"), Say("bye")], _listener.Reads("login ann\nsay bye").Ends().Heard);

    [Fact]
    public void Some_lines_may_be_gbk_and_others_utf8()
    {
        _listener.Reads([.. "login ann\n"u8, .. Gbk.Bytes("say 你好\n"), .. "say 你好\n"u8]);
        Assert.Equal([Say("你好"), Say("你好")], Said);
    }

    [Fact]
    public void A_line_that_is_no_text_ends_it()
    {
        _listener.Reads("login ann\nsay a\0b\nsay c\n");
        Assert.Equal([Invalid(Refusal.NotText)], Said);
        Assert.Equal(
            [Success, Invalid(Refusal.NotText)], new Listener(new LineDialect()).Reads([0x81, 0x20, (byte)'\n']).Heard);
    }
}
