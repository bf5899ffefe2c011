using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// The pychat dialect end to end: private messages, requests to the server, ignoring.
/// </summary>
public sealed class PychatPrivateSpecs : IAsyncLifetime
{
    private ServerProgram _server = null!;

    public async Task InitializeAsync() => _server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_private_message_is_delivered_to_sender_and_recipient_only()
    {
        using var other = await PychatClient.Login(_server, "other");
        using var ann = await PychatClient.Login(_server, "ann");
        await other.Next("ann已经进入了聊天室");
        using var ben = await PychatClient.Login(_server, "ben");
        await other.Next("ben已经进入了聊天室");
        await ann.Next("ben已经进入了聊天室");

        await ann.Send("""{"type":"sendto","nickname":"ben","msg":"only you"}""");

        const string Heard = """{"type":"single","msg":"[TIME : CTIME]\r\n[ ann CHATTING TO ben ] : only you\r\n"}""";
        Assert.Equal(Heard, await ann.Next());
        Assert.Equal(Heard, await ben.Next());
        await ann.Send("""{"type":"broadcast","msg":"all"}""");
        Assert.Equal("""{"type":"broadcast","msg":"[TIME : CTIME]\r\n[ann] : all\r\n"}""", await other.Next());
    }

    [Fact]
    public async Task A_private_message_to_an_unknown_or_departed_member_is_answered()
    {
        using var ann = await PychatClient.Login(_server, "ann");
        var ben = await PychatClient.Login(_server, "ben");
        await ann.Next("ben已经进入了聊天室");
        ben.Dispose();
        await ann.Next("离开了");

        foreach (var name in new[] { "nobody", "ben" })
        {
            await ann.Send($$"""{"type":"sendto","nickname":"{{name}}","msg":"hello?"}""");
            Assert.Equal("""{"type":"single","msg":"该用户不存在"}""", await ann.Next());
        }
    }

    [Fact]
    public async Task A_list_request_returns_members_of_every_dialect()
    {
        using var first = await LineClient.Enter(_server.EndPoint, "first");
        using var ann = await PychatClient.Login(_server, "ann");

        await ann.Send("""{"type":"ls","msg":null}""");

        Assert.Equal("""{"type":"ls","msg":"[ SYSTEM ] ALIVE USER : \r\nfirst,\r\nann,\r\n"}""", await ann.Next());
    }

    [Fact]
    public async Task Help_lists_all_commands_before_and_after_login()
    {
        using var ann = await PychatClient.Connect(_server);
        await ann.Send("""{"type":"help","msg":null}""");

        var help = await ann.Next();

        Assert.StartsWith("""{"type":"help","msg":""", help);
        Assert.All(
            ["/ls", "/h", "@name text", "/i", "再次输入/i", "所有首字符为/的消息都不会发送"], command => Assert.Contains(command, help));
        await ann.Send("""{"type":"login","msg":"ann"}""");
        await ann.Next("ann已经进入了聊天室");
        await ann.Send("""{"type":"help","msg":null}""");
        Assert.Equal(help, await ann.Next());
    }

    [Fact]
    public async Task An_ignoring_member_gets_system_and_private_messages_until_ignoring_is_turned_off()
    {
        using var ann = await PychatClient.Login(_server, "ann");
        using var ben = await LineClient.Enter(_server.EndPoint, "ben");
        await ann.Next("ben已经进入了聊天室");

        await ann.Send("""{"type":"ignore","msg":null}""");
        Assert.Equal(Ignore("屏蔽模式"), await ann.Next());
        await ann.Send("""{"type":"broadcast","msg":"can you hear me?"}""");
        Assert.Equal("""{"type":"broadcast","msg":"屏蔽模式下无法发送群聊信息"}""", await ann.Next());

        await ben.Type("for the group");
        await ben.Type("/me does it for the group");
        await ben.Type("@ann for ann");
        Assert.Equal(
            """{"type":"single","msg":"[TIME : CTIME]\r\n[ ben CHATTING TO ann ] : for ann\r\n"}""", await ann.Next());
        using var next = await LineClient.Enter(_server.EndPoint, "next");
        Assert.Equal(PychatClient.System("next已经进入了聊天室"), await ann.Next());
        Assert.Equal(("ben", "for the group"), await ben.NextSaid());

        await ann.Send("""{"type":"ignore","msg":null}""");
        Assert.Equal(Ignore("通常模式"), await ann.Next());
        await ben.Type("for the group again");
        Assert.Equal(
            """{"type":"broadcast","msg":"[TIME : CTIME]\r\n[ben] : for the group again\r\n"}""", await ann.Next());
    }

    [Fact]
    public async Task Before_login_no_message_is_received_or_sent()
    {
        using var witness = await LineClient.Enter(_server.EndPoint, "witness");
        using var stranger = await PychatClient.Connect(_server);
        await witness.Type("nothing for strangers");
        Assert.Equal(("witness", "nothing for strangers"), await witness.NextSaid());

        await stranger.Send("""{"type":"ignore","msg":null}""");
        Assert.Equal("""{"type":"ignore","success":false,"msg":"切换失败"}""", await stranger.Next());
        string[] refused =
        [
            """{"type":"broadcast","msg":"x"}""", """{"type":"sendto","nickname":"witness","msg":"x"}""",
            """{"type":"ls","msg":null}""",
        ];
        foreach (var said in refused)
        {
            await stranger.Send(said);
            Assert.StartsWith("""{"type":"system_msg",""", await stranger.Next());
        }

        await witness.Type("still nothing");
        Assert.Equal(("witness", "still nothing"), await witness.NextSaid());
    }

    private static string Ignore(string mode) =>
        $$"""{"type":"ignore","success":true,"msg":"[TIME : CTIME]\r\n[ SYSTEM ] : 模式切换成功,现在是{{mode}}\r\n"}""";
}
