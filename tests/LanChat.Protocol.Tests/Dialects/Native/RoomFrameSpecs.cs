using System.Text;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>Frames about rooms, as PROTOCOL.md shows them.</summary>
public sealed class RoomFrameSpecs
{
    private static readonly PeerAddress Nowhere = new("", 0);

    private static readonly RoomEvent.RoomsListed Listed = new(
        [
            new RoomSummary("OUR ROOM", "Our room", 1, 3) { IsLobby = true },
            new RoomSummary("厨房", "厨房", 2, 5) { Topic = "soup", Entry = EntryPolicy.Ask },
        ],
        Nowhere,
        default);

    public static TheoryData<string, RoomEvent> Frames => new()
    {
        {
            """{"code":18,"id":5,"msg":"rooms","data":[{"room":"OUR ROOM","name":"Our room","members":1,"last":3,"entry":"all","lobby":true},{"room":"厨房","name":"厨房","topic":"soup","members":2,"last":5,"entry":"ask"}]}""",
            Listed with { ReplyTo = 5 }
        },
        {
            """{"code":19,"msg":"role","data":{"role":"guest","may":["speak","private","invite"]}}""",
            new RoomEvent.RoleShown(Role.Guest, ["speak", "private", "invite"])
        },
        {
            """{"code":19,"msg":"role","data":{"role":"guest","may":["speak"],"edits":120}}""",
            new RoomEvent.RoleShown(Role.Guest, ["speak"]) { Edits = TimeSpan.FromMinutes(2) }
        },
        {
            """{"code":20,"msg":"settings","data":{"listed":"yes","entry":"all","speak":"all","private":"all","history":"all","port":"off","slow":"0s","edit":"15m","keep-age":"0s","keep-size":"0","topic":"","notice":""}}""",
            new RoomEvent.SettingsShown(new RoomSettings())
        },
        {
            """{"code":24,"id":10,"msg":"invitation","data":{"code":"7K3M-9QXF-2BTD","room":"厨房","uses":10,"until":"2023-08-17 16:02:43"}}""",
            new RoomEvent.InvitationGiven("7K3M-9QXF-2BTD", "厨房", 10, new DateTime(2023, 8, 17, 16, 2, 43))
            {
                Server = Nowhere, ReplyTo = 10,
            }
        },
        {
            """{"code":25,"msg":"asks","data":[["bob",["192.168.38.203",50001]]]}""",
            new RoomEvent.EntryRequestsShown([new Member("bob", new PeerAddress("192.168.38.203", 50001))], Nowhere, default)
        },
    };

    [Theory]
    [InlineData(long.MaxValue, 36_500)]
    [InlineData(-1, 0)]
    public void The_time_for_changes_is_one_that_can_be_added_to_a_time(long seconds, int days)
    {
        var line = $$$"""{"code":19,"msg":"role","data":{"role":"guest","may":[],"edits":{{{seconds}}}}}""";
        Assert.True(RichFrame.TryRead(System.Text.Encoding.UTF8.GetBytes(line), out var read));

        Assert.Equal(TimeSpan.FromDays(days), Assert.IsType<RoomEvent.RoleShown>(read).Edits);
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_frame_is_written_and_read(string frame, RoomEvent what)
    {
        Assert.Equal(frame + "\n", Written(JsonEncoder.Rich2, what));
        Assert.True(RichFrame.TryRead(Encoding.UTF8.GetBytes(frame), out var read));
        Assert.Equal(frame + "\n", Written(JsonEncoder.Rich2, read));
    }

    [Fact]
    public void Version_1_gets_replies_and_is_told_nothing_it_did_not_ask_for()
    {
        Assert.StartsWith("{\"code\":18,", Written(JsonEncoder.Rich, Listed), StringComparison.Ordinal);
        Assert.Equal("", Written(JsonEncoder.Rich, new RoomEvent.SettingsShown(new RoomSettings())));
        Assert.Equal("", Written(JsonEncoder.Rich, new RoomEvent.RoleShown(Role.Guest, [])));
    }

    [Fact]
    public void Settings_and_values_of_a_later_server_are_ignored()
    {
        const string frame =
            """{"code":20,"msg":"settings","data":{"topic":"soup","entry":"quiz","colour":"red","speak":"named"}}""";

        Assert.True(RichFrame.TryRead(Encoding.UTF8.GetBytes(frame), out var read));

        Assert.Equal(
            new RoomSettings { Topic = "soup", Speak = SpeakPolicy.Named },
            Assert.IsType<RoomEvent.SettingsShown>(read).Settings);
    }

    [Fact]
    public void People_at_a_terminal_read_the_rooms_as_lines() =>
        Assert.Contains("Our room (1)\\n厨房 (2): soup", Written(JsonEncoder.Line, Listed), StringComparison.Ordinal);

    private static string Written(JsonEncoder encoder, RoomEvent what) =>
        string.Concat(encoder.Encode([what]).Select(Encoding.UTF8.GetString));
}
