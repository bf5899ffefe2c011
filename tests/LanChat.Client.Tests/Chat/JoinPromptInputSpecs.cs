using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class JoinPromptInputSpecs : ChatSpec
{
    [Fact]
    public void The_rooms_are_shown_and_change()
    {
        StartChat(nick: "Ann");
        Assert.Empty(ExpectShown<ViewProtocol.ShowRooms>().Rooms);
        ExpectPrompt("Room or HOST:PORT: ");

        List("Ours", "Yours");

        Assert.Equal(["Ours", "Yours"], ExpectShown<ViewProtocol.ShowRooms>().Rooms.Select(room => room.Name.Text));
    }

    [Fact]
    public void A_room_is_entered_by_its_number()
    {
        StartChat(nick: "Ann");
        List("Ours", "Yours");

        Type(" 2 ");

        ExpectSession();
        Assert.Equal(["Ann at 10.0.0.1:8002"], Opened);
        FishShown<ViewProtocol.ShowRooms>(shown => !shown.IsChoosing);
    }

    [Fact]
    public void A_room_is_entered_by_its_address()
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
    public void Anything_else_is_no_room(string text)
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
    public void A_name_is_asked_for_when_there_is_none()
    {
        StartChat("localhost:9000", suggested: "root");
        ExpectPrompt("Your nickname [root]: ");

        Type("小糖豆");

        ExpectSession();
        Assert.Equal(["小糖豆 at localhost:9000"], Opened);
    }

    [Fact]
    public void The_suggested_name_needs_only_Enter()
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
    public void A_name_no_room_takes_is_asked_for_again(string name)
    {
        StartChat("localhost:9000");
        ExpectPrompt("Your nickname: ");

        Type(name);

        ExpectShown<ViewProtocol.ShowProblem>();
        Type("Ann");
        ExpectSession();
        Assert.Equal(["Ann at localhost:9000"], Opened);
    }

    [Fact]
    public void With_a_room_and_a_name_it_goes_straight_in()
    {
        StartChat("localhost:9000", "Ann");

        ExpectSession();
        Assert.Equal(["Ann at localhost:9000"], Opened);
    }

    [Fact]
    public void A_port_that_cannot_be_listened_on_is_told_where_rooms_are_chosen()
    {
        StartChat("localhost:9000", "Ann");
        ExpectSession();
        FailDiscovery();

        var told = View.FishForMessage<ViewProtocol.In>(told => told.Shown is ViewProtocol.ShowProblem);
        Assert.Equal(ViewProtocol.JoinPrompt, told.Window);
        Assert.Contains("8000", Assert.IsType<ViewProtocol.ShowProblem>(told.Shown).Text);
    }

    [Fact]
    public void A_room_that_refuses_the_name_asks_for_another()
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
    public void A_room_that_lets_nobody_in_leads_back_to_the_list()
    {
        StartChat("localhost:9000", "Ann");
        End(ExpectSession(), Refusal.RoomFull);

        ExpectPrompt("Room or HOST:PORT: ");
        FishShown<ViewProtocol.ShowRooms>(shown => shown.IsChoosing);
        ExpectProblem(Refusal.RoomFull.Sentence());
    }

    [Fact]
    public void Leaving_from_the_list_exits()
    {
        StartChat();
        Interrupt();

        ExpectExit();
    }

    [Fact]
    public async Task Being_stopped_from_outside_exits_as_well()
    {
        StartChat();

        Sys.Stop(Chat);

        Assert.Equal(0, await Exit.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private void ExpectSessionAfterTheLast() => Session.FishForMessage<Relay.Began>(_ => true);
}
