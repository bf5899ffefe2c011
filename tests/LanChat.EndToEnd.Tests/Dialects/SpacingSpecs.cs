using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;

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
        // The spaced client would need five minutes for all of it.
        const int Lines = 100;
        await using var server = await ServerProgram.StartWithAllDialects("lanchat.server.raw.spacing=3s");
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
}
