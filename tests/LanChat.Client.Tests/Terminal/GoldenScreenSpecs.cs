using Akka.Actor;
using LanChat.Client.Settings;
using LanChat.Client.Terminal;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal;

/// <summary>
/// The main screens at three sizes, compared with the files of the folder Golden. A bar marks the
/// cursor.
/// </summary>
public sealed class GoldenScreenSpecs : Spec
{
    private const int Home = 1;
    private const int Lab = 2;
    private readonly ListedRoom[] _rooms =
    [
        new(1, Event.Name("Our room"), new PeerAddress("192.168.38.7", 8001), Members: 2),
        new(2, Event.Name("物联网 Lab"), new PeerAddress("192.168.38.149", 8001), Members: 3),
        new(3, Event.Name(
            "The kitchen of the other house"), new PeerAddress("192.168.38.20",
            18001), Silence: TimeSpan.FromSeconds(7)),
    ];

    public static TheoryData<string, int, int> Screens
    {
        get
        {
            var screens = new TheoryData<string, int, int>();
            foreach (var scene in new[] { "choice", "room", "two-rooms", "search", "completion", "edited", "replies" })
            {
                foreach (var (width, height) in new[] { (80, 24), (120, 40), (40, 12) })
                    screens.Add(scene, width, height);
            }

            return screens;
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void The_screen_matches_its_file(string scene, int width, int height)
    {
        var terminal = new FakeTerminal(width, height);
        var view = Sys.ActorOf(
            ViewActor.Props(terminal, TestTheme.With(ColorSystem.EightBit), new ViewSettings(
                100, Bell: true, Notify: true), TestActor));
        foreach (var message in Scene(scene)) view.Tell(message);
        Settle(view);
        Settle(view);
        if (scene == "replies") terminal.Press(Keys.Alt('r'));
        if (scene == "search") view.Tell(new ViewProtocol.Search("是"));
        terminal.Press(scene switch
        {
            "choice" => "2",
            "edited" => "?",
            "replies" => "so do I",
            "completion" => "well :rock",
            _ => "a word 中",
        });
        Settle(view);
        Settle(view);

        var golden = File.ReadAllLines(
            Path.Combine(AppContext.BaseDirectory, "Terminal", "Golden", $"{scene}-{width}x{height}.txt"));
        Assert.Equal(string.Join('\n', golden), terminal.Screen);
    }

    private object[] Scene(string scene) => scene switch
    {
        "choice" =>
        [
            new ViewProtocol.ShowRooms(_rooms, IsChoosing: true),
            new ViewProtocol.Prompt("Room or HOST:PORT: "),
            new ViewProtocol.ShowProblem(
                "No room kitchen. Enter a name or number from the list, or HOST:PORT."),
        ],
        "room" or "search" or "completion" => SampleRoom(new ViewProtocol.ShowWindows([(Lab, 1)], Lab)),
        "two-rooms" =>
        [
            .. SampleRoom(new ViewProtocol.ShowWindows([(Lab, 1), (Home, 2)], Lab)),
            new ViewProtocol.In(
                Home, new ViewProtocol.ShowPlace(new Place("Our room", "192.168.38.7:8001", "ann", Link.Connected))),
            new ViewProtocol.In(Home, Message("bob", "dinner?")),
            new ViewProtocol.In(Home, Message("bob", "ann?", forMe: true)),
            new ViewProtocol.ShowWindows([(Lab, 1), (Home, 2)], Home),
            new ViewProtocol.In(Home, new ViewProtocol.Prompt("ann> ")),
            new ViewProtocol.In(Lab, Message("小糖豆", "还在吗？")),
            new ViewProtocol.ShowWindows([(Lab, 1), (Home, 2)], Lab),
            new ViewProtocol.In(Home, Message("bob", "I will just begin.")),
            new ViewProtocol.In(Home, Message("bob", "ann?!", forMe: true)),
        ],
        "edited" =>
        [
            .. SampleRoom(new ViewProtocol.ShowWindows([(Lab, 1)], Lab)),
            .. new object[]
            {
                new ViewProtocol.ShowMessage(Event.Message("see you at 3", id: 11, nickname: "ann"), Own: true),
                new ViewProtocol.ShowMessage(Event.Message("wrong room", id: 12, nickname: "ann"), Own: true),
                new ViewProtocol.ShowMessage(Event.Message("secret", id: 13, nickname: "bob"), Own: false),
                Change(MessageKind.Edited, 11, "see you at 4, not at 3, in the kitchen of the other house"),
                Change(MessageKind.Recalled, 12),
                Change(MessageKind.Recalled, 13),
                new EditProtocol.Begin(new Editable(11, "see you at 4, not at 3, in the kitchen of the other house")),
            }.Select(shown => new ViewProtocol.In(Lab, shown)),
        ],
        "replies" =>
        [
            .. SampleRoom(new ViewProtocol.ShowWindows([(Lab, 1)], Lab)),
            .. new object[]
            {
                new ViewProtocol.ShowMessage(Event.Message("see you at 3", id: 11, nickname: "ann"), Own: true),
                Reply(12, 11, "see you at 3", "No, I have a lecture until four, and will be there at half past."),
                Reply(13, 5, "a sentence that is too long for one line on any of these screens, and cut off at "
                    + "the right edge, whatever the width of the screen may be", "yes"),
                Reply(14, 6, null, "what was that?"),
                Change(MessageKind.Edited, 11, "see you at 4"),
                Reply(16, 13, "yes", "I like 物联网"),
                Change(MessageKind.Recalled, 13),
            }.Select(shown => new ViewProtocol.In(Lab, shown)),
        ],
        _ => throw new ArgumentException(scene),
    };

    private object[] SampleRoom(ViewProtocol.ShowWindows windows) =>
    [
        new ViewProtocol.ShowRooms(_rooms, IsChoosing: false),
        windows,
        .. new object[]
        {
            new ViewProtocol.ShowPlace(
                new Place("物联网 Lab", "192.168.38.149:8001", "ann", Link.Connected, TimeSpan.FromMilliseconds(3))),
            new ViewProtocol.ShowPresent(["ann", "小糖豆", "bob"]) { Away = ["bob"] },
            new ViewProtocol.Prompt("ann> "),
            new ViewProtocol.ShowEntered("物联网 Lab", "192.168.38.149:8001", "ann"),
            new ViewProtocol.ShowNotice("Be kind.\r\n你好"),
            Message("小糖豆", "大家好！这是一个很长的句子，看看它在哪里换行，是不是好看。"),
            Message("bob", "see https://example.org/somewhere/far/away?x=1 for more of that 🎉"),
            new ViewProtocol.ShowMessage(Event.Message("是的", nickname: "ann"), Own: true),
            Message("小糖豆", "(private to ann) ann, psst", forMe: true),
        }.Select(shown => new ViewProtocol.In(Lab, shown)),
    ];

    private static ViewProtocol.ShowMessage Reply(long id, long original, string? quote, string text) => new(
        Event.Message(text, id: id, nickname: "bob") with
        {
            Re = original,
            Quote = quote is null ? null : new Quote("ann", quote),
        },
        Own: false,
        ForMe: original == 11);

    private static EditProtocol.ShowChange Change(MessageKind kind, long target, string text = "") =>
        new(Event.Message(text, id: target + 10, kind: kind) with { Target = target });

    private static ViewProtocol.ShowMessage Message(string nickname, string text, bool forMe = false) =>
        new(Event.Message(text, nickname: nickname), Own: false, forMe);
}
