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

    [Fact]
    public async Task A_password_is_asked_for_and_not_shown_and_too_many_tries_are_explained()
    {
        await using var ann = await Enter("amy");
        await using var ben = await Enter("bill");
        ann.Type("/open Vault password open sesame");
        await ann.Sees("── Vault (");

        ben.Type("/join Vault");
        await ben.Sees("Password of Vault");
        for (var tries = 1; tries <= 5; tries++)
        {
            (await RichClient.EnterRoom(one.Server.EndPoint, "eve", "Vault", fields: ("password", $"guess {tries}")))
                .Client.Dispose();
        }

        ben.Type("open sesame");
        await ben.Sees("Too many wrong tries. Wait a minute");

        Assert.DoesNotContain("sesame", ben.Seen);
    }

    [Fact]
    public async Task Who_asks_to_enter_waits_and_a_moderator_admits_them()
    {
        await using var ann = await Enter("anna");
        await using var ben = await Enter("bert");
        ann.Type("/open Council ask");
        await ann.Sees("── Council (");
        ann.Type("before you came");
        await ann.Sees("anna: before you came");

        ben.Type("/join Council");
        await ben.Sees("Waiting for a moderator of Council to let you in.");
        await ann.Sees("bert");
        Assert.DoesNotContain("before you came", ben.Seen);
        ann.Type("/admit bert");

        await ben.Sees("── Council (");
        ben.Type("here I am");
        await ann.Sees("bert: here I am");
    }

    [Fact]
    public async Task An_unlisted_room_is_entered_by_its_name_and_its_history_begins_with_ones_entry()
    {
        await using var ann = await Enter("alma");
        await using var ben = await Enter("bodo");
        ann.Type("/open Cellar unlisted");
        await ann.Sees("── Cellar (");
        ann.Type("/set history since");
        await ann.Sees("Setting changed: history = since");
        ann.Type("old words");
        await ann.Sees("alma: old words");
        Assert.DoesNotContain("Cellar", ben.Seen);

        ben.Type("/join Cellar");
        await ben.Sees("── Cellar (");
        ann.Type("new words");

        await ben.Sees("alma: new words");
        Assert.DoesNotContain("old words", ben.Seen);
    }
}
