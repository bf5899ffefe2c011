using Akka.Actor;
using LanChat.Client.Settings;
using LanChat.Client.Terminal;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal;

/// <summary>
/// The same room on screens of three sizes. A row equal to the row above it is left out.
/// </summary>
public sealed class WholeScreenSpecs : Spec
{
    private string On(int width, int height)
    {
        var terminal = new FakeTerminal(width, height);
        var view = Sys.ActorOf(
            ViewActor.Props(terminal, TestTheme.With(ColorSystem.EightBit), new ViewSettings(
                100, Bell: true, Notify: true), TestActor));
        object[] messages =
        [
            new ViewProtocol.ShowRooms(
                [Room(1, "物联网 Lab"), Room(2, "The other room of this house", silence: 4)], IsChoosing: false),
            new ViewProtocol.ShowPlace(new Place("物联网 Lab", "10.0.0.1:8001", "ann", Link.Connected)),
            new ViewProtocol.ShowPresent(["ann", "小糖豆", "👨‍👩‍👧 family", "somebody with a long name"]),
            new ViewProtocol.Prompt("ann> "),
            new ViewProtocol.ShowEntered("物联网 Lab", "10.0.0.1:8001", "ann"),
            new ViewProtocol.ShowNotice("Be kind.\r\n你好"),
            Said("小糖豆", "大家好！这是一个很长的句子，看看它在哪里换行，是不是好看。"),
            Said("👨‍👩‍👧 family", "e\u0301t\u00e9 🎉🎉 see https://example.org/somewhere/far/away?x=1 for more of that"),
            new ViewProtocol.ShowMessage(Tests.Event.Message("two\nlines", nickname: "ann"), Own: true),
            new ViewProtocol.ShowProblem("Not sent to bob, because nobody of that name is here: @bob hello"),
        ];
        foreach (var message in messages) view.Tell(message);
        Settle(view);
        terminal.Press("a word 中");
        Settle(view);
        Settle(view);
        Assert.Equal(height, terminal.Screen.Split('\n').Length);
        return WithoutRepetition(terminal.Screen);
    }

    [Fact]
    public void Waiting_messages_are_shown_below_the_transcript()
    {
        var terminal = new FakeTerminal(30, 9);
        var view = Sys.ActorOf(
            ViewActor.Props(terminal, TestTheme.With(ColorSystem.EightBit), new ViewSettings(
                100, Bell: true, Notify: true), TestActor));
        foreach (var text in new[] { "one", "two", "three", "four", "five", "six", "seven" })
            view.Tell(Said("ann", text));
        view.Tell(new ViewProtocol.ShowWaiting(["eight", "nine", "ten"], "in words"));
        Settle(view);
        Settle(view);
        Assert.Equal(
            [
                "16:02   ann: three",
                "16:02   ann: four",
                "16:02   ann: five",
                "16:02   ann: six",
                "16:02   ann: seven",
                " … nine",
                " … ten",
            ],
            terminal.Screen.Split('\n')[..7].Select(row => row.TrimEnd()));

        view.Tell(new ViewProtocol.ShowWaiting([]));
        Settle(view);
        Settle(view);
        Assert.DoesNotContain("…", terminal.Screen, StringComparison.Ordinal);
    }

    private static string WithoutRepetition(string screen)
    {
        var rows = screen.Split('\n');
        return string.Join('\n', rows.Where((row, at) => at == 0 || row != rows[at - 1]));
    }

    private static ListedRoom Room(int number, string name, int silence = 0) =>
        new(
            number,
            Tests.Event.Name(name),
            new PeerAddress("10.0.0.1", 8000 + number),
            Members: 4,
            TimeSpan.FromSeconds(silence));

    private static ViewProtocol.ShowMessage Said(string nickname, string text) =>
        new(Tests.Event.Message(text, nickname: nickname), Own: false);

    [Fact]
    public void A_screen_of_40_by_12() => Assert.Equal(
        """
        16:02   小糖豆: 大家好！这是一个很长的句
                子，看看它在哪里换行，是不是好
                看。
        16:02   👨‍👩‍👧 family: été 🎉🎉 see https://
                example.org/somewhere/far/away?x
                =1 for more of that
        16:02 ▸ ann: two
                lines
        Not sent to bob, because nobody of that
        name is here: @bob hello
         ● 物联网 Lab · 4 here · 10.0.0.1:8001
        ann> a word 中|
        """,
        On(40, 12));

    [Fact]
    public void A_screen_of_80_by_24() => Assert.Equal(
        """
         Be kind. · 你好
        ── 物联网 Lab (10.0.0.1:8001) ── you are ann                │ 4 here
        ┃ Be kind.                                                  │ ann
        ┃ 你好                                                      │ 小糖豆
                       — Thursday, 10 August 2023 —                 │ 👨‍👩‍👧 family
        16:02:44   小糖豆: 大家好！这是一个很长的句子，看看它在哪里 │ somebody with a l…
                   换行，是不是好看。                               │
        16:02:44   👨‍👩‍👧 family: été 🎉🎉 see                          │
                   https://example.org/somewhere/far/away?x=1 for   │
                   more of that                                     │
        16:02:44 ▸ ann: two                                         │
                   lines                                            │
        Not sent to bob, because nobody of that name is here: @bob  │
        hello                                                       │
                                                                    │
         ● 物联网 Lab · 4 here · 10.0.0.1:8001
        ann> a word 中|
        """,
        On(80, 24));

    [Fact]
    public void A_screen_of_120_by_40() => Assert.Equal(
        """
         Be kind. · 你好
        Rooms near you         │ ── 物联网 Lab (10.0.0.1:8001) ── you are ann                               │ 4 here
        1 ● 物联网 Lab       4 │ ┃ Be kind.                                                                 │ ann
        2 ○ The other roo… 4 s │ ┃ 你好                                                                     │ 小糖豆
                               │                        — Thursday, 10 August 2023 —                        │ 👨‍👩‍👧 family
                               │ 16:02:44   小糖豆: 大家好！这是一个很长的句子，看看它在哪里换行，是不是好  │ somebody with a l…
                               │            看。                                                            │
                               │ 16:02:44   👨‍👩‍👧 family: été 🎉🎉 see                                         │
                               │            https://example.org/somewhere/far/away?x=1 for more of that     │
                               │ 16:02:44 ▸ ann: two                                                        │
                               │            lines                                                           │
                               │ Not sent to bob, because nobody of that name is here: @bob hello           │
                               │                                                                            │
         ● 物联网 Lab · 4 here · 10.0.0.1:8001
        ann> a word 中|
        """,
        On(120, 40));
}
