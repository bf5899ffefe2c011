using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.ServerRooms;

/// <summary>Several rooms on one server: opening, entering, settings, the list.</summary>
public sealed class ServerRoomSpecs(OneServerWithHistory one) : IClassFixture<OneServerWithHistory>, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private IPEndPoint Server => one.Server.EndPoint;

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task An_opened_room_is_in_everybodys_list_within_two_seconds()
    {
        var (bob, _) = await RichClient.EnterRoom(Server, "bob");
        await bob.Ask(new JsonObject { ["rooms"] = true });

        var ada = await Open("厨房");

        var start = Stopwatch.GetTimestamp();
        var listed = (await bob.NextFrame(18))["data"]!.AsArray();
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 2.5);
        Assert.Contains("厨房", listed.Select(room => (string)room!["name"]!));
        Assert.True((bool)listed[0]!["lobby"]!);
        bob.Dispose();
        ada.Dispose();
    }

    [Fact]
    public async Task What_is_said_in_a_room_stays_in_it()
    {
        using var ada = await Open("Workshop");
        using var line = await LineClient.Enter(Server, "nick");
        await line.Type("/join Workshop");
        await line.Receive("You are in Workshop.");
        using var lobby = await LineClient.Enter(Server, "lou");

        await line.Type("only here");
        await line.Receive("only here");
        await lobby.Type("only there");

        Assert.Equal(("lou", "only there"), await lobby.NextSaid());
        var (found, _) = await RichClient.EnterRoom(Server, "finn");
        var result = await found.Ask(new JsonObject { ["search"] = "only here" });
        Assert.Empty(result["data"]!["messages"]!.AsArray());
        Assert.Contains("only here", await Export("--room", "workshop"), StringComparison.Ordinal);
        Assert.DoesNotContain("only here", await Export(), StringComparison.Ordinal);
        found.Dispose();
    }

    [Fact]
    public async Task Who_joins_another_room_by_line_and_is_refused_stays_where_they_are()
    {
        using var witness = await LineClient.Enter(Server, "witness");
        using var line = await LineClient.Enter(Server, "walker");
        await witness.Receive("【walker】加入");

        await line.Type("/join nowhere");
        Assert.Equal("There is no room of that name.", (string)(await line.NextMessage())["message"]!);
        await line.Type("/join Our room");
        Assert.Equal("You are in Our room.", (string)(await line.NextMessage())["message"]!);
        await line.Type("still here");

        Assert.Equal("still here", (string)(await line.NextMessage())["message"]!);
        Assert.Equal("still here", (string)(await witness.NextMessage())["message"]!);
    }

    [Fact]
    public async Task An_unlisted_room_is_entered_by_its_name_only()
    {
        using var ada = await Open("Hidden", ("listed", "no"));

        var list = await ada.Ask(new JsonObject { ["rooms"] = true });
        var (found, welcome) = await RichClient.EnterRoom(Server, "bob", "ＨＩＤＤＥＮ");

        Assert.DoesNotContain("Hidden", list.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Hidden", (string)welcome["data"]!["room"]!);
        using var http = new HttpClient();
        Assert.DoesNotContain(
            "Hidden", await http.GetStringAsync(new Uri(one.Server.Page, "rooms")), StringComparison.Ordinal);
        found.Dispose();
    }

    [Fact]
    public async Task A_room_with_a_password_lets_in_who_knows_it()
    {
        using var ada = await Open("Vault", ("password", "open sesame"), ("entry", "password"));

        Assert.Equal("entry-password", await ErrorOf("eve", "Vault"));
        Assert.Equal("entry-password", await ErrorOf("eve", "Vault", ("password", "wrong")));
        var (bob, welcome) = await RichClient.EnterRoom(
            Server, "bob", "Vault", fields: ("password", "open sesame"));

        Assert.Equal(3, (int)welcome["code"]!);
        Assert.DoesNotContain("sesame", (await bob.NextFrame(20)).ToJsonString(), StringComparison.Ordinal);
        bob.Dispose();
    }

    [Fact]
    public async Task Who_asks_to_enter_waits_until_a_moderator_admits_them()
    {
        using var ada = await Open("Council", ("entry", "ask"));

        var (bob, waits) = await RichClient.EnterRoom(Server, "bob", "Council");
        Assert.Equal("entry-asked", (string)waits["data"]!["error"]!);
        Assert.False((bool)waits["data"]!["closes"]!);
        Assert.Equal("bob", (string)(await ada.NextFrame(25))["data"]![0]![0]!);
        await ada.Say("before");
        await ada.Ask(new JsonObject { ["admit"] = "bob" });

        Assert.Equal("Council", (string)(await bob.NextFrame())!["data"]!["room"]!);
        bob.Dispose();
    }

    [Fact]
    public async Task An_archived_room_is_left_by_everybody_and_its_name_stays_taken()
    {
        using var ada = await Open("Attic");
        var (bob, _) = await RichClient.EnterRoom(Server, "bob", "Attic");
        Assert.Equal(
            "not-allowed", (string)(await bob.Ask(new JsonObject { ["archive"] = true }))["data"]!["error"]!);

        await ada.Ask(new JsonObject { ["archive"] = true });

        Assert.Equal("archived", (string)(await bob.NextFrame(9))["data"]!["error"]!);
        Assert.Null(await bob.NextFrame());
        Assert.Equal("no-such-room", await ErrorOf("bob", "Attic"));
        var (eve, _) = await RichClient.EnterRoom(Server, "eve", key: _key);
        Assert.Equal(
            "room-name-taken", (string)(await eve.Ask(new JsonObject { ["open"] = "ATTIC" }))["data"]!["error"]!);
        bob.Dispose();
        eve.Dispose();
    }

    [Fact]
    public async Task Nobody_opens_a_fourth_room_and_nobody_without_a_key_the_first()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (ada, _) = await RichClient.EnterRoom(Server, "Quinn", key: key);
        foreach (var name in new[] { "Q1", "Q2", "Q3" })
            Assert.Equal(13, (int)(await ada.Ask(new JsonObject { ["open"] = name }))["code"]!);

        Assert.Equal("rooms-full", (string)(await ada.Ask(new JsonObject { ["open"] = "Q4" }))["data"]!["error"]!);
        var (guest, _) = await RichClient.EnterRoom(Server, "guest");
        Assert.Equal("not-allowed", (string)(await guest.Ask(new JsonObject { ["open"] = "Q5" }))["data"]!["error"]!);
        ada.Dispose();
        guest.Dispose();
    }

    [Fact]
    public async Task A_nickname_belongs_to_its_owner_in_every_room()
    {
        using var ada = await Open("Garden");
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var (stranger, welcome) = await RichClient.EnterRoom(Server, "Ada Garden", key: other);

        Assert.Equal("Ada Garden_2", (string)welcome["data"]!["nick"]!);
        stranger.Dispose();
    }

    /// <summary>Opens a room as its owner, and enters it by a nickname of its own.</summary>
    private async Task<RichClient> Open(string name, params (string Name, string Value)[] settings)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var nickname = $"Ada {name}";
        var (lobby, _) = await RichClient.EnterRoom(Server, nickname, key: key);
        var set = new JsonObject();
        foreach (var setting in settings) set[setting.Name] = setting.Value;
        var reply = await lobby.Ask(new JsonObject { ["open"] = name, ["set"] = set });
        Assert.Equal(13, (int)reply["code"]!);
        lobby.Dispose();
        var (owner, welcome) = await RichClient.EnterRoom(Server, nickname, name, key);
        Assert.Equal(name, (string)welcome["data"]!["room"]!);
        Assert.Equal("owner", (string)(await owner.NextFrame(19))["data"]!["role"]!);
        return owner;
    }

    private async Task<string> ErrorOf(string name, string room, params (string Name, string Value)[] fields)
    {
        var (client, first) = await RichClient.EnterRoom(Server, name, room, key: null, fields);
        using (client)
        {
            Assert.Null(await client.NextFrame());
            return (string)first["data"]!["error"]!;
        }
    }

    private async Task<string> Export(params string[] room)
    {
        await using var program = RunningProgram.Start(
            "lanchat-server",
            ["export", "--format", "text", "--name", "Our room", "--data", one.Data.FullName, .. room]);
        var text = await program.Output.ReadToEndAsync();
        Assert.Equal(0, await program.ExitCode());
        return text;
    }
}
