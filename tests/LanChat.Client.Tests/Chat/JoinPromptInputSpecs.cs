using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class JoinPromptInputSpecs : ChatSpec
{
    [Fact]
    public void Discovered_rooms_are_shown_and_updated()
    {
        StartChat(nick: "Ann");
        Assert.Empty(ExpectShown<ViewProtocol.ShowRooms>().Rooms);
        ExpectPrompt("Room or HOST:PORT: ");

        List("Ours", "Yours");

        Assert.Equal(["Ours", "Yours"], ExpectShown<ViewProtocol.ShowRooms>().Rooms.Select(room => room.Name.Text));
    }

    [Fact]
    public void A_room_is_joined_by_its_number()
    {
        StartChat(nick: "Ann");
        List("Ours", "Yours");

        Type(" 2 ");

        ExpectSession();
        Assert.Equal(["Ann at 10.0.0.1:8002"], Opened);
        FishShown<ViewProtocol.ShowRooms>(shown => !shown.IsChoosing);
    }

    [Fact]
    public void A_room_is_joined_by_its_address()
    {
        StartChat(nick: "Ann");

        Type("localhost:9000");

        ExpectSession();
        Assert.Equal(["Ann at localhost:9000"], Opened);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("01")]
    [InlineData("theirs")]
    public void Other_input_is_not_a_room(string text)
    {
        StartChat(nick: "Ann");
        List("Ours", "Yours");

        Type(text);

        ExpectProblem($"No room {text}");
        Type("");
        Settle(Chat);
        Assert.Empty(Opened);
    }

    [Fact]
    public void The_nickname_is_prompted_for_if_none_is_set()
    {
        StartChat("localhost:9000", suggested: "root");
        ExpectPrompt("Your nickname [root]: ");

        Type("小糖豆");

        ExpectSession();
        Assert.Equal(["小糖豆 at localhost:9000"], Opened);
    }

    [Fact]
    public void Enter_accepts_the_suggested_nickname()
    {
        StartChat("localhost:9000", suggested: "root");

        Type("");

        ExpectSession();
        Assert.Equal(["root at localhost:9000"], Opened);
    }

    [Theory]
    [InlineData("")]
    [InlineData("系统消息")]
    [InlineData("a\u202Eb")]
    public void An_invalid_nickname_is_prompted_for_again(string name)
    {
        StartChat("localhost:9000");
        ExpectPrompt("Your nickname: ");

        Type(name);

        FishShown<ViewProtocol.ShowProblem>(_ => true);
        Type("Ann");
        ExpectSession();
        Assert.Equal(["Ann at localhost:9000"], Opened);
    }

    [Fact]
    public void A_room_and_a_nickname_skip_the_prompt()
    {
        StartChat("localhost:9000", "Ann");

        ExpectSession();
        Assert.Equal(["Ann at localhost:9000"], Opened);
    }

    [Fact]
    public void A_discovery_port_in_use_is_reported_in_the_join_prompt()
    {
        StartChat("localhost:9000", "Ann");
        ExpectSession();
        FailDiscovery();

        var shown = View.FishForMessage<ViewProtocol.In>(shown => shown.Shown is ViewProtocol.ShowProblem);
        Assert.Equal(ViewProtocol.JoinPrompt, shown.Window);
        Assert.Contains("8000", Assert.IsType<ViewProtocol.ShowProblem>(shown.Shown).Text);
    }

    [Fact]
    public void A_refused_nickname_is_prompted_for_again()
    {
        StartChat("localhost:9000", "Ann", "root");
        End(ExpectSession(), Refusal.NicknameReserved);

        ExpectPrompt("Your nickname [root]: ");
        ExpectProblem(Refusal.NicknameReserved.Sentence());
        Type("Bob");

        ExpectSessionAfterTheLast();
        Assert.Equal(["Ann at localhost:9000", "Bob at localhost:9000"], Opened);
    }

    [Fact]
    public void A_refused_join_returns_to_the_room_list()
    {
        StartChat("localhost:9000", "Ann");
        End(ExpectSession(), Refusal.RoomFull);

        ExpectPrompt("Room or HOST:PORT: ");
        FishShown<ViewProtocol.ShowRooms>(shown => shown.IsChoosing);
        ExpectProblem(Refusal.RoomFull.Sentence());
    }

    [Fact]
    public void An_interrupt_in_the_room_list_exits()
    {
        StartChat();
        Interrupt();

        ExpectExit();
    }

    [Fact]
    public async Task Stopping_the_actor_exits_with_code_0()
    {
        StartChat();

        Sys.Stop(Chat);

        Assert.Equal(0, await Exit.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private void ExpectSessionAfterTheLast() => Session.FishForMessage<Relay.Started>(_ => true);
}
