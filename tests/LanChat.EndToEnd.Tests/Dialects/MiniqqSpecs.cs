using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// The miniqq dialect end to end: lists of addresses, messages, private messages.
/// </summary>
public sealed class MiniqqSpecs : IAsyncLifetime
{
    private ServerProgram _server = null!;

    public async Task InitializeAsync() => _server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Everyone_gets_the_list_of_entries_on_every_join_and_leave()
    {
        using var first = await Connect("127.0.0.11");
        Assert.Equal(List("127.0.0.11"), await first.Next());

        var second = await Connect("127.0.0.12");
        Assert.Equal(List("127.0.0.11", "127.0.0.12"), await second.Next());
        Assert.Equal(List("127.0.0.11", "127.0.0.12"), await first.Next());
        using var third = await Connect("127.0.0.12");
        Assert.Equal(List("127.0.0.11", "127.0.0.12", $"127.0.0.12:{third.Local.Port}"), await third.Next());
        await first.Next($"127.0.0.12:{third.Local.Port}");
        using var netcat = await LineClient.Enter(_server.EndPoint, "小糖豆");
        Assert.Equal(List("127.0.0.11", "127.0.0.12", $"127.0.0.12:{third.Local.Port}", "小糖豆"), await first.Next());

        second.Dispose();
        Assert.Equal(List("127.0.0.11", $"127.0.0.12:{third.Local.Port}", "小糖豆"), await first.Next());
        third.Reset();
        Assert.Equal(List("127.0.0.11", "小糖豆"), await first.Next());
    }

    [Theory]
    [InlineData("""{"type":"1","content":"aa** 你好","destinationIP":"all"}""")]
    [InlineData("""{"type":"1","content":"aa** 你好"}""")]
    [InlineData("""{"content":"aa** \u4f60\u597d","destinationIP":null,"type":"1"}""")]
    [InlineData("""{ "type": "1", "content": "aa** 你好", "destinationIP": "", "more": [{}] }""")]
    public async Task A_message_to_all_is_sent_to_everyone(string message)
    {
        using var netcat = await LineClient.Enter(_server.EndPoint, "netcat");
        using var first = await Enter("127.0.0.11");
        using var second = await Enter("127.0.0.12");

        await first.Send(message);

        Assert.Equal("""{"type":"1","sourceIP":"127.0.0.11","content":"aa** 你好"}""", await second.Next());
        Assert.Equal(("127.0.0.11", "aa** 你好"), await netcat.NextSaid());
        await netcat.Type("hello 127.0.0.12");
        Assert.Equal("""{"type":"1","sourceIP":"netcat","content":"hello 127.0.0.12"}""", await second.Next());
    }

    [Fact]
    public async Task A_message_to_one_entry_is_delivered_to_that_entry_only()
    {
        using var other = await Enter("127.0.0.10");
        using var first = await Enter("127.0.0.11");
        using var second = await Enter("127.0.0.12");
        using var third = await Connect("127.0.0.12");
        await other.Next($"127.0.0.12:{third.Local.Port}");
        await second.Next($"127.0.0.12:{third.Local.Port}");
        await third.Next();

        await first.Send("""{"type":"1","content":"to the second","destinationIP":"127.0.0.12"}""");
        Assert.Equal("""{"type":"1","sourceIP":"127.0.0.11","content":"to the second"}""", await second.Next());
        await first.Send(
            $$"""{"type":"1","content":"to the third","destinationIP":"127.0.0.12:{{third.Local.Port}}"}""");
        Assert.Equal("""{"type":"1","sourceIP":"127.0.0.11","content":"to the third"}""", await third.Next());

        await first.Send("""{"type":"1","content":"to all"}""");
        foreach (var client in new[] { other, second, third })
            Assert.Equal("""{"type":"1","sourceIP":"127.0.0.11","content":"to all"}""", await client.Next());
    }

    [Theory]
    [InlineData("""{"type":"1","content":"x","destinationIP":"127.0.0.99"}""", "Nobody of that name is here.")]
    [InlineData("""{"type":"1","content":"x","destinationIP":"127.0.0.12"}""", "Nobody of that name is here.")]
    [InlineData("""{"type":"1","content":""}""", "Something is missing: a name, a text, or both.")]
    [InlineData("""{"type":"1"}""", "Something is missing: a name, a text, or both.")]
    [InlineData("""{"type":"7"}""", "This server does not know that request.")]
    [InlineData("""{}""", "This server does not know that request.")]
    public async Task A_message_that_cannot_be_delivered_is_answered_to_its_sender(string message, string answer)
    {
        using var first = await Enter("127.0.0.11");
        var gone = await Enter("127.0.0.12");
        await first.Next("127.0.0.12");
        gone.Dispose();
        Assert.Equal(List("127.0.0.11"), await first.Next());

        await first.Send(message);
        Assert.Equal($$"""{"type":"1","sourceIP":"系统消息","content":"{{answer}}"}""", await first.Next());

        await first.Send("""{"type":"1","content":"still here"}""");
        Assert.Equal("""{"type":"1","sourceIP":"127.0.0.11","content":"still here"}""", await first.Next());
    }

    [Fact]
    public async Task One_read_may_hold_several_objects_or_a_part_of_one()
    {
        using var netcat = await LineClient.Enter(_server.EndPoint, "netcat");
        using var client = await Enter("127.0.0.11");

        await client.Send("""{"type":"1","content":"one"}{"type":"1","content":"}{"}{"type":"1","cont""");
        Assert.Equal(("127.0.0.11", "one"), await netcat.NextSaid());
        Assert.Equal(("127.0.0.11", "}{"), await netcat.NextSaid());
        await client.Send("""ent":"three"}""");

        Assert.Equal(("127.0.0.11", "three"), await netcat.NextSaid());
    }

    private static string List(params string[] entries) =>
        $$"""{"type":"2","content":[{{string.Join(',', entries.Select(entry => $"\"{entry}\""))}}]}""";

    private async Task<OlderClient> Enter(string from)
    {
        var client = await Connect(from);
        await client.Next(from);
        return client;
    }

    private Task<OlderClient> Connect(string from) => OlderClient.Connect(_server.EndPointOf("miniqq"), from);
}
