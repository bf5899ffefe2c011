using System.Globalization;
using System.Text.RegularExpressions;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>The pychat dialect end to end: login, messages, leaving.</summary>
public sealed class PychatSpecs : IAsyncLifetime
{
    private ServerProgram _server = null!;

    public async Task InitializeAsync() => _server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_server_sends_its_greeting_first()
    {
        using var client = await OlderClient.Connect(_server.EndPointOf("pychat"));

        Assert.Equal(PychatClient.Greeting, await client.Next());
    }

    [Fact]
    public async Task A_login_is_confirmed_and_published()
    {
        using var ann = await PychatClient.Connect(_server);
        await ann.Send("""{"type":"login","msg":"安"}""");
        Assert.Equal(PychatClient.LoginSucceeded, await ann.Next());
        Assert.Equal(PychatClient.System("安已经进入了聊天室"), await ann.Next());

        using var ben = await PychatClient.Login(_server, "ben");

        Assert.Equal(PychatClient.System("ben已经进入了聊天室"), await ann.Next());
    }

    [Fact]
    public async Task A_nickname_with_a_space_or_a_taken_one_is_refused_and_another_may_be_tried()
    {
        using var witness = await LineClient.Enter(_server.EndPoint, "Zoë");
        using var client = await PychatClient.Connect(_server);

        await client.Send("""{"type":"login","msg":"two words"}""");
        Assert.Equal("""{"type":"login","success":false,"msg":"账号不能够带有空格"}""", await client.Next());
        await client.Send("""{"type":"login","msg":"ZOË"}""");
        Assert.Equal("""{"type":"login","success":false,"msg":"账号已存在"}""", await client.Next());
        await client.Send("""{"type":"login","msg":""}""");
        Assert.StartsWith("""{"type":"login","success":false,"msg":""", await client.Next());
        await client.Send("""{"type":"login","msg":"zoe"}""");
        Assert.Equal(PychatClient.LoginSucceeded, await client.Next());
    }

    [Fact]
    public async Task A_broadcast_is_sent_to_everyone_including_its_sender()
    {
        using var ann = await PychatClient.Login(_server, "ann");
        using var ben = await PychatClient.Login(_server, "ben");
        Assert.Equal(PychatClient.System("ben已经进入了聊天室"), await ann.Next());

        await ben.Send("""{"type":"broadcast","msg":"你好\n\"all\""}""");

        const string Heard = """{"type":"broadcast","msg":"[TIME : CTIME]\r\n[ben] : 你好\r\n[ben] : \"all\"\r\n"}""";
        Assert.Equal(Heard, await ann.Next());
        Assert.Equal(Heard, await ben.Next());
    }

    [Fact]
    public async Task The_time_has_the_format_of_ctime()
    {
        using var ann = await PychatClient.Login(_server, "ann");
        await ann.Send("""{"type":"broadcast","msg":"now"}""");

        var said = await ann.NextAsItCame();

        var time = Regex.Match(said, @"\[TIME : (\w{3} \w{3} ( \d|\d\d) \d\d:\d\d:\d\d \d{4})\]").Groups[1].Value;
        var parsed = DateTime.ParseExact(
            time, ["ddd MMM dd HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"], CultureInfo.InvariantCulture);
        Assert.InRange(DateTime.Now - parsed, TimeSpan.FromSeconds(-1), RunningProgram.Timeout);
    }

    [Fact]
    public async Task One_read_may_hold_several_objects_or_a_part_of_one()
    {
        using var client = await PychatClient.Connect(_server);
        await client.Send("""
            {"type":"login","msg":"quick"}{"type":"broadcast","msg":"one"} {"type":"broadcast","msg":"{two}"}{"type":"broad
            """);
        await client.Next(PychatClient.LoginSucceeded);
        await client.Next("[quick] : one");
        await client.Next("[quick] : {two}");
        await client.Send("""cast","msg":"three"}""");

        Assert.Equal("""{"type":"broadcast","msg":"[TIME : CTIME]\r\n[quick] : three\r\n"}""", await client.Next());
    }

    [Fact]
    public async Task Leaves_and_lost_connections_are_published()
    {
        using var witness = await PychatClient.Login(_server, "witness");
        var leaver = await PychatClient.Login(_server, "leaver");
        await witness.Next("leaver");
        leaver.Dispose();
        Assert.Equal(PychatClient.System("leaver 离开了PY_CHATTING"), await witness.Next());

        var lost = await PychatClient.Login(_server, "lost");
        await witness.Next("lost");
        lost.Reset();
        Assert.Equal(PychatClient.System("lost 离开了PY_CHATTING"), await witness.Next());
    }
}
