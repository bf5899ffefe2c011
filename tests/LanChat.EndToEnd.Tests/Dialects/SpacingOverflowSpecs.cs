using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.People;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.Protocol;

namespace LanChat.EndToEnd.Tests.Dialects;

/// <summary>What waits for a client whose messages are spaced is bounded.</summary>
public sealed class SpacingOverflowSpecs
{
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
