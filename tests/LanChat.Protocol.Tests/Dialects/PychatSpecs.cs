using System.Text;
using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class PychatSpecs
{
    private const string Login = """{"type":"login","msg":"小糖豆"}""";
    private static readonly ClientMessage Welcome = Answered("欢迎你到来PY_CHATTING!请输入你的很cooooool的昵称(不能带有空格哟`)\r\n");

    private readonly ConversationDriver _driver = new(new PychatDialect());

    private IEnumerable<ClientMessage> Said => _driver.Messages.Skip(2);

    [Fact]
    public void The_server_sends_a_greeting_first() => Assert.Equal([Welcome], _driver.Messages);

    [Fact]
    public void A_login_requires_its_exact_name() =>
        Assert.Equal([Welcome, ClientMessages.Login("小糖豆")], _driver.Receive(Login).Messages);

    [Theory]
    [InlineData("{\"type\":\"login\"}")]
    [InlineData("{\"type\":\"login\",\"msg\":null}")]
    [InlineData("{\"type\":\"login\",\"msg\":\"\"}")]
    public void An_empty_name_is_refused_by_the_room(string login) =>
        Assert.Equal([Welcome, ClientMessages.Login("")], _driver.Receive(login).Messages);

    [Fact]
    public void A_name_with_a_space_is_refused_and_can_be_retried() => Assert.Equal(
        [Welcome, Answered("""{"type":"login","success":false,"msg":"账号不能够带有空格"}"""), ClientMessages.Login("小糖豆")],
        _driver.Receive("""{"type":"login","msg":"小 糖豆"}""").Receive(Login).Messages);

    [Fact]
    public void A_refused_login_can_be_retried()
    {
        _driver.AcceptsJoins = false;
        _driver.Receive(Login).Receive("""{"type":"broadcast","msg":"hi"}""").Receive("""{"type":"login","msg":"bob"}""");
        Assert.Equal([Invalid(Refusal.NotEntered), ClientMessages.Login("bob")], Said);
    }

    [Fact]
    public void A_second_login_is_refused()
    {
        _driver.Receive(Login).Receive(Login);
        Assert.Equal([Answered("""{"type":"login","success":false,"msg":"已经登录"}""")], Said);
    }

    [Theory]
    [InlineData("broadcast")]
    [InlineData("sendto")]
    [InlineData("ls")]
    [InlineData("shout")]
    public void Other_requests_are_refused_before_the_login(string type) => Assert.Equal(
        [Welcome, Invalid(Refusal.NotEntered), ClientMessages.Login("小糖豆")],
        _driver.Receive($$"""{"type":"{{type}}","nickname":"bob","msg":"hi"}""").Receive(Login).Messages);

    [Fact]
    public void Group_messages_can_be_turned_off_only_after_the_login()
    {
        _driver.Receive("""{"type":"ignore","msg":null}""").Receive(Login).Receive("""{"type":"ignore","msg":null}""");
        Assert.Equal(
            [Welcome, Answered(
                """{"type":"ignore","success":false,"msg":"切换失败"}"""), ClientMessages.Login("小糖豆"), Ignore()], _driver.Messages);
    }

    [Fact]
    public void Help_lists_all_commands_before_and_after_the_login()
    {
        _driver.Receive("""{"type":"help","msg":null}""").Receive(Login).Receive("""{"type":"help","msg":null}""");

        var help = Assert.IsType<ClientMessage.Answered>(_driver.Messages[1]);
        Assert.Equal([Welcome, help, ClientMessages.Login("小糖豆"), help], _driver.Messages);
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
    public void A_broadcast_is_a_message(string broadcast, string text)
    {
        _driver.Receive(Login).Receive(broadcast);
        Assert.Equal([Say(text)], Said);
    }

    [Fact]
    public void Sendto_is_private_and_ls_lists_the_members()
    {
        _driver.Receive(Login).Receive("""{"type":"sendto","nickname":"你是谁啊","msg":"只有你"}{"type":"ls","msg":null}""");
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
    public void An_invalid_request_is_refused(string request, string code)
    {
        _driver.Receive(Login).Receive(request).Receive("""{"type":"ls"}""");
        Assert.Equal(
            [code, "list"],
            Said.Select(said => said is ClientMessage.Invalid invalid ? invalid.Reason.Code : "list"));
    }

    [Fact]
    public void A_script_means_the_same_in_one_read_byte_by_byte_and_in_GBK()
    {
        var script = Login + """{"type":"broadcast","msg":"你好"}{"type":"sendto","nickname":"你是谁啊","msg":"只有你"}""";
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(script), Gbk.Bytes(script) })
        {
            var (atOnce, byteByByte) =
                (new ConversationDriver(new PychatDialect()).Receive(bytes),
                    new ConversationDriver(new PychatDialect()));
            foreach (var value in bytes) byteByByte.Receive([value]);

            Assert.Equal([Welcome, ClientMessages.Login("小糖豆"), Say("你好"), Tell("你是谁啊", "只有你")], atOnce.Messages);
            Assert.Equal(atOnce.Messages, byteByByte.Messages);
        }
    }
}
