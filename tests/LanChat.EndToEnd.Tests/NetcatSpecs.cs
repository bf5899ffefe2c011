using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class NetcatSpecs(OneServer one) : IClassFixture<OneServer>
{
    [Fact]
    public async Task A_nickname_on_a_line_joins_and_gets_history_notice_and_members()
    {
        using var client = await LineClient.Connect(one.Server.EndPoint);
        await client.Type("小糖豆");

        var history = (await client.NextFrame())!;
        Assert.Equal((0, "消息记录"), ((int)history["code"]!, (string)history["msg"]!));
        var notice = (await client.NextFrame())!;
        Assert.Equal((4, "群公告"), ((int)notice["code"]!, (string)notice["msg"]!));
        Assert.Equal($"聊天室地址:127.0.0.1:{one.Server.Port} \r\n这里是你温馨的港湾,欢迎来到这里!", (string)notice["data"]!);
        var members = (await client.NextFrame())!;
        Assert.Equal((2, "客户端列表"), ((int)members["code"]!, (string)members["msg"]!));
        Assert.Contains(members["data"]!.AsArray(), member => (string)member![0]! == "小糖豆"
            && (int)member[1]![1]! == client.Local.Port);
        var welcome = await client.Receive("小糖豆");
        Assert.Equal("系统消息", (string)welcome["nickname"]!);
        Assert.Equal($"欢迎来自 ('127.0.0.1', {client.Local.Port}) 的【小糖豆】加入聊天室!", (string)welcome["message"]!);
        Assert.Equal(one.Server.Port, (int)welcome["from"]![1]!);
    }

    [Fact]
    public async Task Both_clients_receive_the_same_message()
    {
        using var ann = await LineClient.Enter(one.Server.EndPoint, "ann");
        using var ben = await LineClient.Enter(one.Server.EndPoint, "ben");

        await ann.Type("héllo 世界 😀 \t\u001b[31m");

        foreach (var client in new[] { ann, ben })
        {
            var received = await client.Receive("héllo");
            Assert.Equal("héllo 世界 😀 \t\u001b[31m", (string)received["message"]!);
            Assert.Equal("ann", (string)received["nickname"]!);
            Assert.Equal(("127.0.0.1", ann.Local.Port), ((string)received["from"]![0]!, (int)received["from"]![1]!));
        }
    }

    [Fact]
    public async Task Text_in_GBK_is_decoded()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        using var client = await SocketClient.Connect(one.Server.EndPoint);
        await client.Send(gbk.GetBytes("国标\n你好\n"));
        client.EndSending();

        Assert.Contains("\"nickname\":\"国标\"", await client.ReceiveAll());
    }

    [Fact]
    public async Task A_script_that_closes_its_side_gets_all_replies_and_is_disconnected()
    {
        using var client = await SocketClient.Connect(one.Server.EndPoint);
        await client.Send("script\nfirst\nlast without a line end");
        client.EndSending();

        var all = await client.ReceiveAll();

        Assert.Contains("\"message\":\"first\"", all);
        Assert.Contains("\"message\":\"last without a line end\"", all);
    }

    [Fact]
    public async Task Leaves_and_lost_connections_are_published()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness");
        var leaver = await LineClient.Enter(one.Server.EndPoint, "leaver");
        var lost = await LineClient.Enter(one.Server.EndPoint, "lost");
        var (leaverPort, lostPort) = (leaver.Local.Port, lost.Local.Port);

        leaver.Dispose();
        await witness.Receive($"来自 ('127.0.0.1', {leaverPort}) 的客户端【leaver】下线了");
        lost.Reset();
        await witness.Receive($"来自 ('127.0.0.1', {lostPort}) 的客户端【lost】下线了");
    }

    [Fact]
    public async Task A_taken_nickname_gets_a_number()
    {
        using var first = await LineClient.Enter(one.Server.EndPoint, "Zoë");
        using var second = await LineClient.Connect(one.Server.EndPoint);
        await second.Type("ZOË");

        Assert.Equal("ZOË is taken: you are ZOË_2.", (string)(await second.Receive("taken"))["message"]!);
        await second.Receive("【ZOË_2】");
    }
}
