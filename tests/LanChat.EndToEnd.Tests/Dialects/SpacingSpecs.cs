using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.Protocol;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>
/// Clients that do not frame get one message at a time, and nobody else waits for that.
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
    public async Task Each_message_of_a_burst_arrives_alone(string manner)
    {
        await using var server = await ServerProgram.StartWithAllDialects(Company.Spacing);
        using var talker = await LineClient.Enter(server.EndPoint, "talker");
        using var person = await Person.Enter(server, talker, manner, "reader");

        await talker.Type(string.Join('\n', Enumerable.Range(1, Burst).Select(number => $"line {number}")));

        // Whoever understands takes what one receive returned for one message.
        for (var number = 1; number <= Burst; number++)
            Assert.Equal(new Words("talker", $"line {number}"), await person.Hear());
    }

    [Fact]
    public async Task Nobody_else_waits_for_those_whose_messages_are_spaced()
    {
        // The reader would take a quarter of an hour to hear it all.
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
    public async Task A_client_far_behind_is_told_so_and_closed_like_any_other_slow_reader(string dialect)
    {
        await using var server = await ServerProgram.StartWithAllDialects(
            "lanchat.server.limits.waiting=16KiB", Company.Spacing);
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
        await talker.Hear($"【{name}】加入");

        // Each line fits into the outgoing queue, all of them do not. One after the other, so that
        // no batch holds more than its sender's own queue may.
        for (var line = 0; line < 20; line++)
        {
            await talker.Type($"{line} {new string('y', 2000)}");
            await talker.Hear($"{line} y");
        }

        await talker.Type("one more");

        await witness.Hear($"【{name}】下线了");
        await behind.Next(Refusal.TooSlow.Text);
        Assert.Null(await behind.NextOrEnd());
    }
}
