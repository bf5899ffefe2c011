using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.Protocol;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// Messages to clients without framing are spaced in time, and nobody else waits for that.
/// </summary>
public sealed class SpacingSpecs
{
    private const int Burst = 8;

    [Theory]
    [InlineData("raw")]
    [InlineData("terminal")]
    [InlineData("colon")]
    [InlineData("pychat")]
    [InlineData("miniqq")]
    public async Task Every_message_of_a_burst_arrives_alone(string codec)
    {
        await using var server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);
        using var talker = await LineClient.Enter(server.EndPoint, "talker");
        using var person = await Person.Enter(server, talker, codec, "reader");

        await talker.Type(string.Join('\n', Enumerable.Range(1, Burst).Select(number => $"line {number}")));

        // Decoding fails if one receive returned more than one message.
        for (var number = 1; number <= Burst; number++)
            Assert.Equal(new ReceivedMessage("talker", $"line {number}"), await person.Receive());
    }

    [Fact]
    public async Task Other_clients_do_not_wait_for_spaced_messages()
    {
        // The spaced client would need a quarter of an hour for all of it.
        const int Lines = 100;
        await using var server = await ServerProgram.StartWithAllDialects("lanchat.server.raw.spacing=10s");
        using var talker = await LineClient.Enter(server.EndPoint, "talker");
        using var listener = await TelnetClient.Login(server, "listener");
        using var reader = await OlderClient.Connect(server.EndPointOf("colon"));
        await reader.Send("reader");
        Assert.Equal("""["talker", "listener", "reader"]""", await reader.Next());
        await listener.Next();

        await talker.Type(string.Join('\n', Enumerable.Range(1, Lines).Select(number => $"line {number}")));

        for (var number = 1; number <= Lines; number++)
        {
            Assert.Equal($"talker: line {number}", await listener.Next());
            Assert.Equal(("talker", $"line {number}"), await talker.NextSaid());
        }

        Assert.Equal(" talker:line 1:;talker:;【群发】", await reader.Next());
    }

    [Theory]
    [InlineData("json")]
    [InlineData("terminal")]
    [InlineData("colon")]
    [InlineData("pychat")]
    [InlineData("miniqq")]
    public async Task A_spaced_client_whose_queue_overflows_is_disconnected(string dialect)
    {
        await using var server = await ServerProgram.StartWithAllDialects(
            "lanchat.server.limits.waiting=16KiB", MixedRoom.Spacing);
        using var talker = await LineClient.Enter(server.EndPoint, "talker");
        using var witness = await LineClient.Enter(server.EndPoint, "witness");
        using var behind = await OlderClient.Connect(server.EndPointOf(dialect), "127.0.0.77");
        await behind.Send(dialect switch
        {
            "pychat" => """{"type":"login","msg":"behind"}""",
            "miniqq" => """{"type":"1","content":"behind"}""",
            _ => "behind",
        });
        var name = dialect == "miniqq" ? "127.0.0.77" : "behind";
        await talker.Receive($"【{name}】加入");

        // Each line fits into the outgoing queue, all together do not. They are sent one after the
        // other, so that no batch exceeds the sender's own queue.
        for (var line = 0; line < 20; line++)
        {
            await talker.Type($"{line} {new string('y', 2000)}");
            await talker.Receive($"{line} y");
        }

        await talker.Type("one more");

        await witness.Receive($"【{name}】下线了");
        await behind.Next(Refusal.TooSlow.Text);
        Assert.Null(await behind.NextOrEnd());
    }
}
