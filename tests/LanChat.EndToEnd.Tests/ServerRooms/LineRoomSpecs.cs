using System.Net;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.ServerRooms;

/// <summary>Rooms as they are for netcat; the server's console sets them up.</summary>
public sealed class LineRoomSpecs(OneServerWithHistory one) : IClassFixture<OneServerWithHistory>
{
    private IPEndPoint Server => one.Server.EndPoint;

    [Fact]
    public async Task The_list_is_sent_once_when_asked_for_and_omits_unlisted_rooms()
    {
        await Open("Cellar", "set listed no");
        await Open("Balcony");
        using var line = await LineClient.Enter(Server, "lister");

        await line.Type("/rooms");
        var list = await TextOfNext(line);
        await Open("Terrace");
        await line.Type("nothing else came");

        Assert.Contains("Balcony (0)", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Cellar", list, StringComparison.Ordinal);
        Assert.Equal("nothing else came", await TextOfNext(line));
        await line.Type("/join cellar");
        await line.Receive("You are in Cellar.");
    }

    [Fact]
    public async Task A_password_is_tried_five_times_a_minute_and_the_lobby_hears_nothing_of_it()
    {
        await Open("Safe", "set password open sesame", "set entry password");
        using var witness = await LineClient.Enter(Server, "lookout");
        using var line = await LineClient.Enter(Server, "thief");
        await witness.Receive("【thief】加入");

        await line.Type("/join Safe");
        Assert.Equal("That room has a password.", await TextOfNext(line));
        for (var tries = 1; tries <= 5; tries++)
        {
            await line.Type($"/join \"Safe\" guess {tries}");
            Assert.Equal("That room has a password.", await TextOfNext(line));
        }

        await line.Type("/join \"Safe\" open sesame");
        Assert.Equal("Too many wrong tries. Wait a minute and try again.", await TextOfNext(line));
        await line.Type("nobody heard that");
        Assert.Equal("nobody heard that", await TextOfNext(witness));
    }

    [Fact]
    public async Task A_room_whose_history_begins_with_ones_entry_shows_nothing_older()
    {
        await Open("Diary", "set history since");
        using var ann = await Enter("ann", "Diary");
        await ann.Type("dear diary");
        await ann.Receive("dear diary");

        using var ben = await LineClient.Enter(Server, "ben");
        await ben.Type("/join Diary");
        // The first frames of the room: no history, and then the notice.
        Assert.Equal(4, (int)(await ben.NextFrame())!["code"]!);
    }

    [Fact]
    public async Task Who_asks_to_enter_hears_nothing_before_and_everything_after_being_admitted()
    {
        await Open("Board", "set entry ask");
        using var ann = await LineClient.Enter(Server, "applicant");

        await ann.Type("/join Board");
        Assert.StartsWith("A moderator of that room decides", await TextOfNext(ann), StringComparison.Ordinal);
        await Do("--room", "Board", "admit applicant");

        await ann.Receive("You are in Board.");
        await ann.Type("here I am");
        await ann.Receive("here I am");
    }

    [Fact]
    public async Task Who_is_rejected_is_back_in_the_lobby()
    {
        await Open("Club", "set entry ask");
        using var ann = await LineClient.Enter(Server, "outsider");
        await ann.Type("/join Club");
        Assert.StartsWith("A moderator of that room decides", await TextOfNext(ann), StringComparison.Ordinal);

        await Do("--room", "Club", "reject outsider");

        await ann.Receive("【outsider】加入");
        await ann.Type("never mind");
        await ann.Receive("never mind");
    }

    [Fact]
    public async Task A_guest_is_refused_what_only_owners_may()
    {
        await Open("Salon");
        using var ann = await Enter("commoner", "Salon");
        string[] commands =
            ["/topic mine", "/notice mine", "/set entry closed", "/archive", "/role commoner owner"];

        foreach (var command in commands)
        {
            await ann.Type(command);
            Assert.Equal("You may not do that in this room.", await TextOfNext(ann));
        }
    }

    [Fact]
    public async Task An_archived_room_is_left_by_all_and_cannot_be_entered()
    {
        await Open("Shed");
        using var ann = await Enter("gardener", "Shed");

        await Do("--room", "Shed", "archive");

        await ann.Receive("This room was archived.");
        Assert.Null(await ann.NextFrame());
        using var ben = await LineClient.Enter(Server, "late");
        await ben.Type("/join Shed");
        Assert.Equal("There is no room of that name.", await TextOfNext(ben));
    }

    private static async Task<string> TextOfNext(LineClient line) => (string)(await line.NextMessage())["message"]!;

    private async Task<LineClient> Enter(string name, string room)
    {
        var line = await LineClient.Enter(Server, name);
        await line.Type($"/join {room}");
        await line.Receive($"【{name}】加入");
        return line;
    }

    private async Task Open(string name, params string[] commands)
    {
        await Do($"open {name}");
        foreach (var command in commands) await Do("--room", name, command);
    }

    private async Task Do(params string[] command)
    {
        await using var program = RunningProgram.Start(
            "lanchat-server", ["do", "--name", "Our room", "--data", one.Data.FullName, .. command]);
        Assert.Equal(0, await program.ExitCode());
    }
}
