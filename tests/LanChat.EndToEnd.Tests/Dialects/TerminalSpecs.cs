using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>The older client of the native system, whose frames have no codes.</summary>
public sealed class TerminalSpecs : IAsyncLifetime
{
    private ServerProgram _server = null!;

    public async Task InitializeAsync() => _server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task History_and_messages_are_bare_lists()
    {
        using var witness = await LineClient.Enter(_server.EndPoint, "witness");
        await witness.Type("before");
        await witness.NextSaid();
        using var client = await OlderClient.Connect(_server.EndPointOf("terminal"), most: 4096);
        await client.Send("小糖豆");

        var history = JsonNode.Parse(await client.Next())!.AsArray();
        Assert.Equal(["服务器", "witness"], history.Select(message => (string)message!["nickname"]!));
        var welcome = await Only(client);
        Assert.Equal(
            ("服务器", $"欢迎来自 ('127.0.0.1', {client.Local.Port}) 的【小糖豆】加入聊天室!"),
            ((string)welcome["nickname"]!, (string)welcome["message"]!));
        Assert.Equal("127.0.0.1", (string)welcome["from"]![0]!);

        await client.Send("你好");
        var said = await Only(client);
        Assert.Equal(["nickname", "from", "message", "time"], said.AsObject().Select(field => field.Key));
        Assert.Equal(("小糖豆", "你好"), ((string)said["nickname"]!, (string)said["message"]!));
        Assert.Equal(("127.0.0.1", client.Local.Port), ((string)said["from"]![0]!, (int)said["from"]![1]!));
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", (string)said["time"]!);
        Assert.Equal(("小糖豆", "你好"), await witness.NextSaid());
    }

    [Fact]
    public async Task A_leave_has_the_room_sentence()
    {
        using var client = await OlderClient.Connect(_server.EndPointOf("terminal"));
        await client.Send("stays");
        await client.Next("stays");
        var other = await LineClient.Enter(_server.EndPoint, "goes");
        await client.Next("goes");
        var port = other.Local.Port;
        other.Dispose();

        var gone = await Only(client);

        Assert.Equal(
            ("服务器", $"来自 ('127.0.0.1', {port}) 的客户端【goes】下线了"), ((string)gone["nickname"]!, (string)gone["message"]!));
    }

    [Fact]
    public async Task An_empty_room_has_an_empty_history()
    {
        using var client = await OlderClient.Connect(_server.EndPointOf("terminal"));
        await client.Send("first");

        Assert.Equal("[]", await client.Next());
    }

    [Fact]
    public async Task Private_messages_are_marked_and_an_unknown_recipient_is_answered()
    {
        using var other = await LineClient.Enter(_server.EndPoint, "other one");
        using var client = await OlderClient.Connect(_server.EndPointOf("terminal"));
        await client.Send("terminal");
        await client.Next("【terminal】");

        await client.Send("@\"other one\" only you");
        Assert.Equal(("terminal", "(private to other one) only you"), await other.NextSaid());
        Assert.Equal("(private to other one) only you", (string)(await Only(client))["message"]!);
        await client.Send("@nobody hello?");
        Assert.Equal("Nobody of that name is here.", (string)(await Only(client))["message"]!);
    }

    private static async Task<JsonNode> Only(OlderClient client) =>
        Assert.Single(JsonNode.Parse(await client.Next())!.AsArray())!;
}
