using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class NetcatSpecs(OneServer one) : IClassFixture<OneServer>
{
    [Fact]
    public async Task A_name_on_a_line_enters_and_is_shown_history_notice_and_members()
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
        var welcome = await client.Hear("小糖豆");
        Assert.Equal("系统消息", (string)welcome["nickname"]!);
        Assert.Equal($"欢迎来自 ('127.0.0.1', {client.Local.Port}) 的【小糖豆】加入聊天室!", (string)welcome["message"]!);
        Assert.Equal(one.Server.Port, (int)welcome["from"]![1]!);
    }

    [Fact]
    public async Task What_one_says_both_hear_in_the_same_words()
    {
        using var ann = await LineClient.Enter(one.Server.EndPoint, "ann");
        using var ben = await LineClient.Enter(one.Server.EndPoint, "ben");

        await ann.Type("héllo 世界 😀 \t\u001b[31m");

        foreach (var client in new[] { ann, ben })
        {
            var heard = await client.Hear("héllo");
            Assert.Equal("héllo 世界 😀 \t\u001b[31m", (string)heard["message"]!);
            Assert.Equal("ann", (string)heard["nickname"]!);
            Assert.Equal(("127.0.0.1", ann.Local.Port), ((string)heard["from"]![0]!, (int)heard["from"]![1]!));
        }
    }

    [Fact]
    public async Task Text_in_GBK_is_understood()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        using var client = await SocketClient.Connect(one.Server.EndPoint);
        await client.Send(gbk.GetBytes("国标\n你好\n"));
        client.EndSending();

        Assert.Contains("\"nickname\":\"国标\"", await client.ReceiveAll());
    }

    [Fact]
    public async Task A_script_that_ends_its_side_is_answered_to_the_last_word_and_closed()
    {
        using var client = await SocketClient.Connect(one.Server.EndPoint);
        await client.Send("script\nfirst\nlast without a line end");
        client.EndSending();

        var all = await client.ReceiveAll();

        Assert.Contains("\"message\":\"first\"", all);
        Assert.Contains("\"message\":\"last without a line end\"", all);
    }

    [Fact]
    public async Task Who_leaves_or_is_lost_is_missed_by_the_others()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness");
        var leaver = await LineClient.Enter(one.Server.EndPoint, "leaver");
        var lost = await LineClient.Enter(one.Server.EndPoint, "lost");
        var (leaverPort, lostPort) = (leaver.Local.Port, lost.Local.Port);

        leaver.Dispose();
        await witness.Hear($"来自 ('127.0.0.1', {leaverPort}) 的客户端【leaver】下线了");
        lost.Reset();
        await witness.Hear($"来自 ('127.0.0.1', {lostPort}) 的客户端【lost】下线了");
    }

    [Fact]
    public async Task A_taken_name_gets_its_number()
    {
        using var first = await LineClient.Enter(one.Server.EndPoint, "Zoë");
        using var second = await LineClient.Connect(one.Server.EndPoint);
        await second.Type("ZOË");

        Assert.Equal("ZOË is taken: you are ZOË_2.", (string)(await second.Hear("taken"))["message"]!);
        await second.Hear("【ZOË_2】");
    }
}
