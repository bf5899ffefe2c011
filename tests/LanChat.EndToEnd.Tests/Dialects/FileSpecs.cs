using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// Files of miniqq clients: sent as files to other miniqq clients and as a line to all others.
/// </summary>
public sealed class FileSpecs
{
    private const string File = """{"type":"3","sourceIP":"127.0.0.11","filename":"笔记.txt","content":"一\nline two"}""";

    [Fact]
    public async Task A_file_is_sent_to_everyone_except_its_sender()
    {
        await using var server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);
        using var netcat = await LineClient.Enter(server.EndPoint, "netcat");
        using var telnet = await TelnetClient.Login(server, "telnet");
        using var sender = await Connect(server, "127.0.0.11");
        using var receiver = await Connect(server, "127.0.0.12");
        using var colon = await OlderClient.Connect(server.EndPointOf("colon"));
        await colon.Send("张三");
        using var terminal = await OlderClient.Connect(server.EndPointOf("terminal"));
        await terminal.Send("terminal");
        await terminal.Next("【terminal】");
        using var pychat = await PychatClient.Login(server, "pychat");
        await receiver.Next("pychat");

        await sender.Send("""{"type":"3","filename":"笔记.txt","content":"一\nline two","destinationIP":"all"}""");

        const string Line = "[file] 笔记.txt, 12 bytes";
        Assert.Equal(File, await receiver.Next());
        Assert.Equal(("127.0.0.11", Line), await netcat.NextSaid());
        Assert.Equal($"127.0.0.11: {Line}", await Last(telnet, 6));
        await colon.Next($" 127.0.0.11:{Line}:;127.0.0.11:;【群发】");
        await terminal.Next(Line);
        Assert.Equal(
            $$"""{"type":"broadcast","msg":"[TIME : CTIME]\r\n[127.0.0.11] : {{Line}}\r\n"}""", await pychat.Next());

        await netcat.Type("after");
        await sender.Next("pychat");
        Assert.Equal("""{"type":"1","sourceIP":"netcat","content":"after"}""", await sender.Next());
        using var late = await Connect(server, "127.0.0.13");
        await netcat.Type("first of all");
        Assert.Equal("""{"type":"1","sourceIP":"netcat","content":"first of all"}""", await late.Next());
    }

    [Fact]
    public async Task A_private_file_is_sent_to_its_recipient_only()
    {
        await using var server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);
        using var netcat = await LineClient.Enter(server.EndPoint, "netcat");
        using var other = await Connect(server, "127.0.0.10");
        using var sender = await Connect(server, "127.0.0.11");
        using var receiver = await Connect(server, "127.0.0.12");
        await other.Next("127.0.0.12");
        await sender.Next("127.0.0.12");

        await sender.Send("""{"type":"3","filename":"笔记.txt","content":"一\nline two","destinationIP":"127.0.0.12"}""");
        Assert.Equal(File, await receiver.Next());
        await sender.Send("""{"type":"3","filename":"b.txt","content":"","destinationIP":"netcat"}""");
        Assert.Equal(("127.0.0.11", "(private to netcat) [file] b.txt, 0 bytes"), await netcat.NextSaid());
        await sender.Send("""{"type":"3","filename":"b.txt","content":"x","destinationIP":"127.0.0.99"}""");
        Assert.Equal(Answer("Nobody of that name is here."), await sender.NextButLists());

        await sender.Send("""{"type":"1","content":"after"}""");
        foreach (var client in new[] { other, receiver, sender })
            Assert.Equal("""{"type":"1","sourceIP":"127.0.0.11","content":"after"}""", await client.NextButLists());
    }

    [Fact]
    public async Task A_rich_client_shares_small_files_and_gets_them_itself()
    {
        await using var server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);
        using var receiver = await Connect(server, "127.0.0.12");
        using var ann = await LineClient.Connect(server.EndPoint);
        await ann.Type("""{"hello": 1, "nick": "ann"}""");
        await ann.Receive("【ann】");

        await ann.Type("""{"file": "笔记.txt", "text": "一\nline two"}""");

        Assert.Equal(
            """{"type":"3","sourceIP":"ann","filename":"笔记.txt","content":"一\nline two"}""",
            await receiver.NextButLists());
        Assert.Equal(("ann", "[file] 笔记.txt, 12 bytes"), await ann.NextSaid());
        await ann.Type("""{"file": "../secret", "text": ""}""");
        Assert.Equal("file-name-invalid", (string)(await ann.NextFrame(9))["data"]!["error"]!);
    }

    private static string Answer(string text) => $$"""{"type":"1","sourceIP":"系统消息","content":"{{text}}"}""";

    private static async Task<OlderClient> Connect(ServerProgram server, string from)
    {
        var client = await OlderClient.Connect(server.EndPointOf("miniqq"), from);
        await client.Next(from);
        return client;
    }

    private static async Task<string> Last(TelnetClient client, int count)
    {
        for (var number = 1; number < count; number++) await client.Next();
        return await client.Next();
    }
}
