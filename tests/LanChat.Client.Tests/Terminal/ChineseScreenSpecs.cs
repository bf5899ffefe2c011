using Akka.Actor;
using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Settings;
using LanChat.Client.Terminal;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Tests.Terminal;

/// <summary>
/// Screens in Chinese, whose characters are two cells wide. The language is process-wide, so no
/// other test runs at the same time.
/// </summary>
[Collection(nameof(ChineseScreenSpecs))]
[CollectionDefinition(nameof(ChineseScreenSpecs), DisableParallelization = true)]
public sealed class ChineseScreenSpecs : Spec
{
    private const int Lab = 1;
    private readonly ListedRoom[] _rooms =
    [
        new(1, Event.Name("Our room"), new PeerAddress("192.168.38.7", 8001), Members: 2),
        new(2, Event.Name("物联网实验室"), new PeerAddress("192.168.38.149", 8001), Members: 3),
    ];

    public ChineseScreenSpecs() => Languages.Use(Language.Chinese);

    protected override void AfterAll()
    {
        base.AfterAll();
        Languages.Use(Language.English);
    }

    [Theory]
    [InlineData("choice", "")]
    [InlineData("room", "你好，大家")]
    [InlineData("ignoring", "")]
    [InlineData("help", "")]
    [InlineData("completion", "/no")]
    [InlineData("edited", "吧")]
    [InlineData("replies", "好")]
    public void The_screen_matches_its_file(string scene, string typed)
    {
        var terminal = new FakeTerminal(80, 24);
        var view = Sys.ActorOf(
            ViewActor.Props(terminal, TestTheme.With(ColorSystem.EightBit), new ViewSettings(
                100, Bell: true, Notify: true), TestActor));
        foreach (var message in Scene(scene)) view.Tell(message, ActorRefs.NoSender);
        Settle(view);
        if (scene == "replies") terminal.Press(Keys.Alt('r'));
        terminal.Press(typed);
        Settle(view);
        Settle(view);

        var golden = File.ReadAllLines(
            Path.Combine(AppContext.BaseDirectory, "Terminal", "Golden", $"zh-{scene}-80x24.txt"));
        Assert.Equal(string.Join('\n', golden), terminal.Screen);
    }

    private object[] Scene(string scene) => scene switch
    {
        "choice" =>
        [
            new ViewProtocol.ShowRooms(_rooms, IsChoosing: true),
            new ViewProtocol.Prompt(new JoinPrompt(null, null, null).Question),
            new ViewProtocol.ShowProblem(JoinTexts.NoSuchRoom("厨房")),
        ],
        "room" => Entered(
            [new RoomEvent.Spoken(
                Event.Message("厨房见", id: 4, nickname: "小糖豆")), Event.Refusal(Refusal.NobodyOfThatName)]),
        "ignoring" =>
            [.. Entered([new RoomEvent.IgnoringChanged(true, Event.Mine, default)]), new ViewProtocol.Search("你好")],
        "help" => [.. Entered([]), new ViewProtocol.ShowHelp(Help.Text(RoomPermissions.None))],
        "edited" =>
        [
            .. Entered(
            [
                new RoomEvent.Spoken(Event.Message("厨房见", Event.Mine, id: 4, nickname: "小明")),
                new RoomEvent.Spoken(Event.Message("发错了", Event.Mine, id: 5, nickname: "小明")),
                new RoomEvent.Spoken(Event.Message("秘密", id: 6, nickname: "小糖豆")),
                Change(7, 4, MessageKind.Edited, "客厅见"),
                Change(8, 5, MessageKind.Recalled),
                Change(9, 6, MessageKind.Recalled),
            ]),
            new EditProtocol.Begin(new Editable(4, "客厅见")),
        ],
        "replies" => Entered(
        [
            new RoomEvent.Spoken(Event.Message("厨房见", Event.Mine, id: 4, nickname: "小明")),
            Reply(5, 4, "厨房见", "马上到"),
            new RoomEvent.Spoken(Event.Message("秘密", id: 6, nickname: "小糖豆")),
            Reply(7, 6, "秘密", "什么？"),
            Change(8, 6, MessageKind.Recalled),
        ]),
        _ => Entered([]),
    };

    private static RoomEvent.Spoken Reply(long id, long original, string quote, string text) =>
        new(Event.Message(text, id: id, nickname: "小糖豆") with { Re = original, Quote = new Quote("小明", quote) });

    private static RoomEvent.Spoken Change(long id, long target, MessageKind kind, string text = "") =>
        new(Event.Message(text, id: id, kind: kind) with { Target = target });

    /// <summary>The messages to a view after joining a room, followed by these events.</summary>
    private object[] Entered(RoomEvent[] more)
    {
        Assert.True(ServerAddress.TryParse("192.168.38.149:8001", out var server));
        var presenter = new RoomPresenter(new RoomAddress(server), new PrivateMessageLog())
        {
            Latency = TimeSpan.FromMilliseconds(3),
        };
        RoomEvent[] beginning =
        [
            new Welcomed("物联网实验室", new Member("小明", Event.Mine), 1000),
            new RoomEvent.NoticeShown("请友善。"),
            new RoomEvent.MembersShown(
                [new Member("小明", Event.Mine), new Member("小糖豆", Event.Another), new Member(
                    "ann", new PeerAddress("10.0.0.3", 3))]),
            new RoomEvent.AwayShown([new Absence(new Member("ann", new PeerAddress("10.0.0.3", 3)), "午饭")]),
            new RoomEvent.Spoken(Event.OfRoom(new SystemMessage.Joined(new Member("小明", Event.Mine)))),
            new RoomEvent.Spoken(Event.Message("大家好！这是一个很长的句子，看看它在哪里换行，是不是好看，行首有没有标点。", id: 2, nickname: "小糖豆")),
            new RoomEvent.PrivateMessage(
                Event.Message("悄悄话", id: 0, kind: MessageKind.Private, nickname: "小糖豆"), new Member("小明", Event.Mine)),
        ];
        object[] shown =
            [.. beginning.Concat(more).SelectMany(presenter.Handle), new ViewProtocol.ShowPlace(presenter.Place)];
        return
        [
            new ViewProtocol.ShowRooms(_rooms, IsChoosing: false),
            new ViewProtocol.ShowWindows([(Lab, 1)], Lab),
            .. shown.Select(one => new ViewProtocol.In(Lab, one)),
        ];
    }
}
