using System.Text;
using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class PychatSpecs
{
    private const string Login = """{"type":"login","msg":"小糖豆"}""";
    private static readonly ClientMessage Welcome = Answered("欢迎你到来PY_CHATTING!请输入你的很cooooool的昵称(不能带有空格哟`)\r\n");

    private readonly Listener _listener = new(new PychatDialect());

    private IEnumerable<ClientMessage> Said => _listener.Heard.Skip(2);

    [Fact]
    public void The_server_speaks_first() => Assert.Equal([Welcome], _listener.Heard);

    [Fact]
    public void A_login_enters_by_its_name_or_not_at_all() =>
        Assert.Equal([Welcome, Speech.Login("小糖豆")], _listener.Reads(Login).Heard);

    [Theory]
    [InlineData("{\"type\":\"login\"}")]
    [InlineData("{\"type\":\"login\",\"msg\":null}")]
    [InlineData("{\"type\":\"login\",\"msg\":\"\"}")]
    public void No_name_is_for_the_room_to_refuse(string login) =>
        Assert.Equal([Welcome, Speech.Login("")], _listener.Reads(login).Heard);

    [Fact]
    public void A_name_with_a_space_is_refused_and_another_may_follow() => Assert.Equal(
        [Welcome, Answered("""{"type":"login","success":false,"msg":"账号不能够带有空格"}"""), Speech.Login("小糖豆")],
        _listener.Reads("""{"type":"login","msg":"小 糖豆"}""").Reads(Login).Heard);

    [Fact]
    public void Who_was_refused_is_not_in()
    {
        _listener.LetsIn = false;
        _listener.Reads(Login).Reads("""{"type":"broadcast","msg":"hi"}""").Reads("""{"type":"login","msg":"bob"}""");
        Assert.Equal([Invalid(Refusal.NotEntered), Speech.Login("bob")], Said);
    }

    [Fact]
    public void Who_is_in_is_not_let_in_again()
    {
        _listener.Reads(Login).Reads(Login);
        Assert.Equal([Answered("""{"type":"login","success":false,"msg":"已经登录"}""")], Said);
    }

    [Theory]
    [InlineData("broadcast")]
    [InlineData("sendto")]
    [InlineData("ls")]
    [InlineData("shout")]
    public void Before_the_login_the_rest_is_refused(string type) => Assert.Equal(
        [Welcome, Invalid(Refusal.NotEntered), Speech.Login("小糖豆")],
        _listener.Reads($$"""{"type":"{{type}}","nickname":"bob","msg":"hi"}""").Reads(Login).Heard);

    [Fact]
    public void The_group_can_be_ignored_only_after_the_login()
    {
        _listener.Reads("""{"type":"ignore","msg":null}""").Reads(Login).Reads("""{"type":"ignore","msg":null}""");
        Assert.Equal(
            [Welcome, Answered(
                """{"type":"ignore","success":false,"msg":"切换失败"}"""), Speech.Login("小糖豆"), Ignore()], _listener.Heard);
    }

    [Fact]
    public void Help_names_all_commands_before_and_after_the_login()
    {
        _listener.Reads("""{"type":"help","msg":null}""").Reads(Login).Reads("""{"type":"help","msg":null}""");

        var help = Assert.IsType<ClientMessage.Answered>(_listener.Heard[1]);
        Assert.Equal([Welcome, help, Speech.Login("小糖豆"), help], _listener.Heard);
        Assert.StartsWith("""{"type":"help","msg":""", help.Text);
        Assert.All(
            ["/ls", "/h", "@name text", "/i", "再次输入/i", "首字符为/的消息都不会发送"],
            command => Assert.Contains(command, help.Text));
    }

    [Theory]
    [InlineData("""{"type":"broadcast","msg":"大家好"}""", "大家好")]
    [InlineData("""{"msg":"a\r\nb","type":"broadcast"}""", "a\r\nb")]
    [InlineData("""{"type":"broadcast","msg":"/ls"}""", "/ls")]
    [InlineData("""{"type":"broadcast","msg":"aa**"}""", "aa**")]
    [InlineData("""{"type":"broadcast","msg":"\ud83d\ude00"}""", "😀")]
    public void A_broadcast_is_said(string broadcast, string text)
    {
        _listener.Reads(Login).Reads(broadcast);
        Assert.Equal([Say(text)], Said);
    }

    [Fact]
    public void Sendto_is_private_and_ls_lists()
    {
        _listener.Reads(Login).Reads("""{"type":"sendto","nickname":"你是谁啊","msg":"只有你"}{"type":"ls","msg":null}""");
        Assert.Equal([Tell("你是谁啊", "只有你"), List()], Said);
    }

    [Theory]
    [InlineData("""{"type":"broadcast"}""", "incomplete")]
    [InlineData("""{"type":"broadcast","msg":""}""", "incomplete")]
    [InlineData("""{"type":"broadcast","msg":null}""", "incomplete")]
    [InlineData("""{"type":"sendto","msg":"hi"}""", "incomplete")]
    [InlineData("""{"type":"sendto","nickname":"bob"}""", "incomplete")]
    [InlineData("""{"type":"shout","msg":"hi"}""", "unknown-request")]
    [InlineData("""{"msg":"hi"}""", "unknown-request")]
    [InlineData("{}", "unknown-request")]
    public void What_is_not_understood_is_answered(string request, string code)
    {
        _listener.Reads(Login).Reads(request).Reads("""{"type":"ls"}""");
        Assert.Equal(
            [code, "list"],
            Said.Select(said => said is ClientMessage.Invalid invalid ? invalid.Reason.Code : "list"));
    }

    [Fact]
    public void Many_in_one_read_and_one_in_many_and_gbk_are_all_the_same()
    {
        var script = Login + """{"type":"broadcast","msg":"你好"}{"type":"sendto","nickname":"你是谁啊","msg":"只有你"}""";
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(script), Gbk.Bytes(script) })
        {
            var (atOnce, byteByByte) =
                (new Listener(new PychatDialect()).Reads(bytes), new Listener(new PychatDialect()));
            foreach (var value in bytes) byteByByte.Reads([value]);

            Assert.Equal([Welcome, Speech.Login("小糖豆"), Say("你好"), Tell("你是谁啊", "只有你")], atOnce.Heard);
            Assert.Equal(atOnce.Heard, byteByByte.Heard);
        }
    }
}
