using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class JoinPromptSpecs
{
    private static readonly ListedRoom[] Rooms =
        [new(2, Event.Name("Ours"), new PeerAddress("10.0.0.1", 8001)), new(
            10, Event.Name("Yours"), new PeerAddress("10.0.0.2", 8002))];

    private static readonly RoomAddress Here = new(new ServerAddress("localhost", 9000));

    private static readonly RoomList None = new(new RoomWindowManager(), new ServerRooms());

    private static Nick? Name(string text) => Nick.TryCreate(text, out var nick, out _) ? nick : null;

    [Fact]
    public void The_room_is_asked_for_before_the_nickname()
    {
        var prompt = new JoinPrompt(null, null, null);

        Assert.True(prompt.NeedsRoom);
        Assert.False(prompt.NeedsNick);
        Assert.Null(prompt.SelectNearby("10", Rooms));
        Assert.Equal(new ServerAddress("10.0.0.2", 8002), prompt.Room?.Server);
        Assert.True(prompt.NeedsNick);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("02")]
    [InlineData("Our")]
    [InlineData("localhost")]
    public void An_unknown_room_is_reported(string answer)
    {
        var prompt = new JoinPrompt(null, null, null);

        Assert.Contains(answer, prompt.SelectNearby(answer, Rooms));
        Assert.True(prompt.NeedsRoom);
    }

    [Theory]
    [InlineData("Ours", 8001)]
    [InlineData("OURS", 8003)]
    [InlineData("yours", 8002)]
    public void A_room_name_ignores_case_unless_another_room_matches_exactly(string name, int port)
    {
        var prompt = new JoinPrompt(null, null, null);

        Assert.Null(prompt.SelectNearby(name, [.. Rooms, new(3, Event.Name("OURS"), new PeerAddress("10.0.0.1", 8003))]));

        Assert.Equal(port, prompt.Room?.Server.Port);
    }

    [Fact]
    public void An_ambiguous_room_name_is_reported()
    {
        var prompt = new JoinPrompt(null, null, null);

        Assert.Contains("2 rooms are called ours", prompt.SelectNearby(
            "ours", [.. Rooms, new(3, Event.Name("OURS"), new PeerAddress("10.0.0.1", 8003))]));
        Assert.True(prompt.NeedsRoom);
    }

    [Fact]
    public void An_empty_answer_selects_no_room_and_is_no_error()
    {
        var prompt = new JoinPrompt(null, null, null);

        Assert.Null(prompt.Answer("", None));
        Assert.True(prompt.NeedsRoom);
    }

    [Fact]
    public void An_empty_answer_selects_the_suggested_nickname()
    {
        var (one, other) = (new JoinPrompt(Here, null, Name("root")), new JoinPrompt(Here, null, Name("root")));

        Assert.Null(one.Answer("小糖豆", None));
        Assert.Null(other.Answer("", None));

        Assert.Equal(("小糖豆", "root"), (one.Nick?.Text, other.Nick?.Text));
        Assert.False(one.NeedsNick);
    }

    [Fact]
    public void An_invalid_nickname_is_reported()
    {
        var prompt = new JoinPrompt(Here, null, null);

        Assert.Equal(Refusal.NicknameEmpty.Sentence(), prompt.Answer("", None));
        Assert.Equal(Refusal.NicknameReserved.Sentence(), prompt.Answer("系统消息", None));
        Assert.True(prompt.NeedsNick);
    }

    [Fact]
    public void A_cleared_answer_is_asked_for_again()
    {
        var prompt = new JoinPrompt(Here, Name("Ann"), null);

        Assert.True(prompt.TryAskAgain(Here, Refusal.NicknameTaken));
        Assert.Equal("Your nickname: ", prompt.Question);
        prompt.ClearRoom();
        Assert.Equal("Room or HOST:PORT: ", prompt.Question);
    }
}
