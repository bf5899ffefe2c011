using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.Protocol;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// Hostile input to dialects that use JSON objects; afterwards an ordinary client is served.
/// </summary>
public sealed class HostileObjectSpecs(AllDialectsServer one) : IClassFixture<AllDialectsServer>
{
    private static readonly string Malformed = Refusal.Malformed.Text;
    private static readonly string TooLong = Refusal.LineTooLong.Text;
    private static readonly string NotText = Refusal.NotText.Text;

    private static readonly string[] Dialects = ["pychat", "miniqq"];

    private static readonly Dictionary<string, (string Said, string Answer)> Nonsense = new()
    {
        ["no object"] = ("hello", Malformed),
        ["a list"] = ("[1]", Malformed),
        ["depth 1000"] = (string.Concat(Enumerable.Repeat("""{"a":""", 1000)), Malformed),
        ["depth 1000, closed"] = ($$"""{"type":{{new string('[', 1000)}}{{new string(']', 1000)}}}""", Malformed),
        ["a number for a type"] = ("""{"type":1,"msg":"x","content":"x"}""", Malformed),
        ["an object for a text"] = ("""{"type":"login","msg":{},"content":{}}{"type":"1","content":{}}""", Malformed),
        ["NUL, escaped"] = ("""{"type":"login","msg":"\u0000","content":"\u0000"}""", Malformed),
        ["half a character, escaped"] = ("""{"type":"login","msg":"\ud800","content":"\ud800"}""", Malformed),
        ["NUL"] = ("{\"type\":\"login\",\"msg\":\"\0\"}", NotText),
        ["not quite JSON"] = ("{'type':'1'}", Malformed),
        ["an object that never ends"] = ("""{"type":"1","content":" """ + new string('x', 65 * 1024), TooLong),
    };

    public static IEnumerable<object[]> Hostile =>
        from dialect in Dialects from what in Nonsense.Keys select new object[] { dialect, what };

    public static TheoryData<string> OfObjects => [.. Dialects];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Malformed_objects_are_answered_and_the_client_disconnected(string dialect, string what)
    {
        using var client = await OlderClient.Connect(one.Server.EndPointOf(dialect));
        await client.Send(Nonsense[what].Said);

        await client.Next(Nonsense[what].Answer);
        Assert.Null(await client.NextOrEnd());
        await AssertOrdinaryClientIsServed(dialect);
    }

    [Theory]
    [MemberData(nameof(OfObjects))]
    public async Task A_string_of_10_MB_ends_the_connection_at_the_limit(string dialect)
    {
        using var client = await SocketClient.Connect(one.Server.EndPointOf(dialect));
        await Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            await client.Send($$"""{"type":"1","msg":"{{new string('x', 10_000_000)}}"}""");
            while (true) await client.Send(" ");
        });

        await AssertOrdinaryClientIsServed(dialect);
    }

    [Fact]
    public async Task A_number_instead_of_a_text_is_malformed()
    {
        using var pychat = await PychatClient.Login(one.Server, "numbers");
        await pychat.Send("""{"type":"broadcast","msg":7}""");
        await pychat.Next(Malformed);
        using var miniqq = await OlderClient.Connect(one.Server.EndPointOf("miniqq"));
        await miniqq.Send("""{"type":"1","content":7}""");
        await miniqq.Next(Malformed);
        Assert.Null(await miniqq.NextOrEnd());
    }

    [Fact]
    public async Task Of_duplicate_fields_the_last_one_counts()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness of twins");
        using var client = await OlderClient.Connect(one.Server.EndPointOf("miniqq"), "127.0.0.21");

        await client.Send("""{"type":"7","type":"1","content":"first","content":"last"}""");

        Assert.Equal(("127.0.0.21", "last"), await witness.NextSaid());
    }

    [Theory]
    [MemberData(nameof(OfObjects))]
    public async Task A_client_that_pauses_inside_an_object_does_not_affect_others(string dialect)
    {
        using var client = await OlderClient.Connect(one.Server.EndPointOf(dialect));
        await client.Send("""{"type":"ign""");
        await AssertOrdinaryClientIsServed(dialect);

        await client.Send("""ore"}""");

        await client.Next(dialect == "pychat" ? "切换失败" : Refusal.UnknownRequest.Text);
    }

    [Theory]
    [MemberData(nameof(OfObjects))]
    public async Task Clients_that_reset_inside_an_object_do_not_affect_the_room(string dialect)
    {
        for (var number = 0; number < 100; number++)
        {
            using var client = await SocketClient.Connect(one.Server.EndPointOf(dialect));
            await client.Send($$"""{"type":"login","msg":"gone{{number}}"}{"type":"broadcast","msg":"half""");
            client.Reset();
        }

        await AssertOrdinaryClientIsServed(dialect);
    }

    private async Task AssertOrdinaryClientIsServed(string dialect)
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness");
        using var person = await Person.Enter(one.Server, witness, dialect, "ordinary");
        await person.Say("still here");
        await witness.Receive("still here");
    }
}
