using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>Several rooms of one server, in LanChat's own client.</summary>
public sealed class ConsoleRoomSpecs(OneServer one) : IClassFixture<OneServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lanchat-rooms-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Enters the lobby with a device key of their own.</summary>
    private async Task<ConsoleClient> Enter(string nick)
    {
        var client = ConsoleClient.Start(
            "xterm-256color",
            "--connect", $"{one.Server.EndPoint}",
            "--nick", nick,
            "--set", $"lanchat.client.key=\"{Path.Combine(_folder, nick)}\"");
        await client.Sees($"you are {nick}");
        await client.Sees($"{nick} came in");
        return client;
    }

    [Fact]
    public async Task A_room_is_opened_joined_and_archived_and_the_lobby_hears_nothing_of_it()
    {
        await using var ann = await Enter("ann");
        await using var ben = await Enter("ben");
        await using var eve = await Enter("eve");

        ann.Type("/open 厨房");
        await ann.Sees("── 厨房 (");
        await ann.Sees("Your role in this room: owner.");
        ann.Type("/topic soup");
        ben.Type("/join 厨房");
        await ben.Sees("── 厨房 (");
        await ben.Sees("Topic: soup");
        ben.Type("is it ready?");
        await ann.Sees("ben: is it ready?");

        // Only who may archive a room is offered it.
        ben.Press("/archive");
        ben.Type("");
        await ben.Sees("Not done, because you don't have permission to do that here: /archive");
        Assert.DoesNotContain("close this room for good", ben.Seen);
        ann.Press("/arch");
        await ann.Sees("close this room for good");

        ann.Type("ive");
        await ben.Sees("): The room was archived.");
        await ann.Sees("): The room was archived.");
        ann.Type("back in the lobby");
        await eve.Sees("ann: back in the lobby");
        Assert.DoesNotContain("is it ready?", eve.Seen);
    }
}
