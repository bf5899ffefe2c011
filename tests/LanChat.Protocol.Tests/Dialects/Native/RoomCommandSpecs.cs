using System.Text.Json.Nodes;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>Commands about rooms, in line mode and in the terminal client.</summary>
public sealed class RoomCommandSpecs
{
    public static TheoryData<string, ClientMessage> Commands => new()
    {
        { "/rooms", new ClientMessage.ListRooms() },
        { "/join Kitchen", new ClientMessage.SwitchRoom("Kitchen", null) },
        { "/join Our kitchen", new ClientMessage.SwitchRoom("Our kitchen", null) },
        { "/join \"Our kitchen\"", new ClientMessage.SwitchRoom("Our kitchen", null) },
        { "/join \"Our kitchen\" open sesame", new ClientMessage.SwitchRoom("Our kitchen", "open sesame") },
        { "/archive", new ClientMessage.ArchiveRoom() },
        { "/invite", new ClientMessage.Invite(null, null) },
        { "/invite 10 uses", new ClientMessage.Invite(10, null) },
        { "/invite 7d", new ClientMessage.Invite(null, "7d") },
        { "/invite 10 7d", new ClientMessage.Invite(10, "7d") },
        { "/role bob moderator", new ClientMessage.GiveRole("bob", "moderator") },
        { "/role \"a b\" trusted", new ClientMessage.GiveRole("a b", "trusted") },
        { "/role bob", new ClientMessage.Invalid(Refusal.Incomplete) },
        { "/own 7K3M-9QXF-2BTD", new ClientMessage.ClaimServer("7K3M-9QXF-2BTD") },
        { "/admit bob", new ClientMessage.Admit("bob") },
        { "/reject \"a b\"", new ClientMessage.Reject("a b") },
        { "/join", new ClientMessage.Invalid(Refusal.Incomplete) },
        { "/open", new ClientMessage.Invalid(Refusal.Incomplete) },
        { "/set ", new ClientMessage.Invalid(Refusal.Incomplete) },
        { "/rooms2", new ClientMessage.Invalid(Refusal.UnknownCommand) },
    };

    public static TheoryData<string, string, string> Openings => new()
    {
        { "/open Kitchen", "Kitchen", "" },
        { "/open Our kitchen", "Our kitchen", "" },
        { "/open Kitchen unlisted", "Kitchen", "listed=no" },
        { "/open \"Our kitchen\" ask", "Our kitchen", "entry=ask" },
        { "/open Kitchen named", "Kitchen", "entry=named" },
        { "/open \"Kitchen\" password open sesame", "Kitchen", "password=open sesame,entry=password" },
        { "/open \"Kitchen", "\"Kitchen", "" },
    };

    public static TheoryData<string, string> Settings => new()
    {
        { "/topic Soup of the day", "topic=Soup of the day" },
        { "/topic", "topic=" },
        { "/notice Lunch at noon", "notice=Lunch at noon" },
        { "/set entry ask", "entry=ask" },
        { "/set topic  Soup ", "topic=Soup" },
        { "/set password open sesame", "password=open sesame,entry=password" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_a_request(string line, ClientMessage request) =>
        Assert.Equal(request, LineCommands.Understand(line));

    [Theory]
    [MemberData(nameof(Openings))]
    public void A_room_is_opened_with_options(string line, string name, string settings)
    {
        var open = Assert.IsType<ClientMessage.OpenRoom>(LineCommands.Understand(line));

        Assert.Equal((name, settings), (open.Name, Join(open.Settings)));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Settings_are_changed(string line, string changes) => Assert.Equal(
        changes, Join(Assert.IsType<ClientMessage.ChangeSettings>(LineCommands.Understand(line)).Changes));

    [Theory]
    [InlineData("{\"rooms\":true}")]
    [InlineData("{\"open\":\"x\",\"set\":{\"entry\":\"ask\"}}")]
    [InlineData("{\"set\":{\"topic\":\"soup\"}}")]
    [InlineData("{\"role\":\"bob\",\"as\":\"owner\"}")]
    [InlineData("{\"admit\":\"bob\"}")]
    [InlineData("{\"reject\":\"bob\"}")]
    [InlineData("{\"own\":\"7K3M-9QXF-2BTD\"}")]
    [InlineData("{\"archive\":true}")]
    [InlineData("{\"invite\":true,\"uses\":10,\"for\":\"7d\"}")]
    [InlineData("{\"invite\":true}")]
    public void A_rich_request_is_written_as_it_is_read(string line)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(line);

        var request = RichRequest.Read(bytes, version: 2);

        Assert.Equal(line + "\n", System.Text.Encoding.UTF8.GetString(RichRequest.Of(request)));
    }

    [Theory]
    [InlineData("{\"open\":7}")]
    [InlineData("{\"set\":[]}")]
    [InlineData("{\"set\":{\"topic\":7}}")]
    [InlineData("{\"invite\":true,\"uses\":\"ten\"}")]
    public void A_wrong_type_is_malformed(string line) => Assert.Equal(
        Refusal.Malformed,
        Assert.IsType<ClientMessage.Invalid>(RichRequest.Read(System.Text.Encoding.UTF8.GetBytes(line), 2)).Reason);

    [Fact]
    public void A_hello_names_the_room_and_what_opens_it()
    {
        var hello = RichRequest.Hello("ann", version: 2, room: new RoomEntry("厨房", "open sesame", "7K3M"));

        var enter = Assert.IsType<EnterRequest>(RichRequest.ReadHello(hello.AsSpan()[..^1], out _));
        Assert.Equal(("厨房", "open sesame", "7K3M"), (enter.Room, enter.Password, enter.Code));
    }

    /// <summary>The cases that the page is tested with, too.</summary>
    public static TheoryData<string, string> SharedCases()
    {
        var table = Path.Combine(AppContext.BaseDirectory, "fixtures", "cases", "room-commands.json");
        var cases = new TheoryData<string, string>();
        foreach (var one in JsonNode.Parse(File.ReadAllBytes(table))!.AsArray())
            cases.Add((string)one!["in"]!, one["out"]?.ToJsonString() ?? "null");
        return cases;
    }

    [Theory]
    [MemberData(nameof(SharedCases))]
    public void A_command_is_the_same_request_in_the_page(string line, string expected)
    {
        var request = LineCommands.Understand(line);

        Assert.Equal(JsonNode.Parse(expected)?.ToJsonString(), JsonOf(request)?.ToJsonString());
    }

    private static JsonNode? JsonOf(ClientMessage request) => request switch
    {
        ClientMessage.Invalid => null,
        ClientMessage.SwitchRoom { Password: null } join => new JsonObject { ["join"] = join.Room },
        ClientMessage.SwitchRoom join => new JsonObject { ["join"] = join.Room, ["password"] = join.Password },
        _ => JsonNode.Parse(RichRequest.Of(request)),
    };

    private static string Join(IReadOnlyList<KeyValuePair<string, string>> settings) =>
        string.Join(',', settings.Select(setting => $"{setting.Key}={setting.Value}"));
}
