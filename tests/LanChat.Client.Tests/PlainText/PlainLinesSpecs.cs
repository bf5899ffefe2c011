using LanChat.Client.PlainText;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.PlainText;

public sealed class PlainLinesSpecs
{
    public static TheoryData<object, string[]> Shown => new()
    {
        { Message("hello"), ["16:02:44 Bob: hello"] },
        { Message("two\r\n  lines\n"), ["16:02:44 Bob: two / lines"] },
        { Message("beep\a\e[2J"), ["16:02:44 Bob: beep␇␛[2J"] },
        { Message("* Bob waves", MessageKind.Acted), ["16:02:44 * Bob waves"] },
        { Message("ann: hi") with { ForMe = true }, ["16:02:44 Bob, for you: ann: hi"] },
        { OfRoom(new SystemMessage.Left(Bob)), ["16:02:44 Bob left"] },
        { OfRoom(new SystemMessage.Renamed(Bob, "Bo\nb")), ["16:02:44 Bo / b is now Bob"] },
        { OfRoom(
            new SystemMessage.StoreUnavailable()), ["16:02:44 The history can't be written to the disk for now; it "
                + "is kept in memory."] },
        { Message(
            "来自 ('10.0.0.2', 1002) 的客户端【Bob】下线了", MessageKind.Left), ["16:02:44 来自 ('10.0.0.2', 1002) 的客户端【Bob】下线了"] },
        { Message("The room closes.", MessageKind.Room), ["16:02:44 The room closes."] },
        { new ViewProtocol.ShowMessage(Event.Message("4") with { Edited = 3 }, false), ["16:02:44 Bob: 4 (edited)"] },
        { new ViewProtocol.ShowMessage(
            TranscriptMessage.Of(Event.Message("") with { IsGone = true }), false),
            ["16:02:44 * Bob took a message back"] },
        { Reply("yes", new Quote("ada", "see you\nat 3")), ["16:02:44 Bob: ↪ ada \"see you / at 3\": yes"] },
        { Reply("yes", new Quote("ada", new string('x', 41))),
            [$"16:02:44 Bob: ↪ ada \"{new string('x', 39)}…\": yes"] },
        { Reply("yes", null), ["16:02:44 Bob: ↪ yes"] },
        { Reply("yes", ReplyText.Gone), ["16:02:44 Bob: ↪ a message that was taken back: yes"] },
        { new EditProtocol.ShowChange(Event.Message("4", kind: MessageKind.Edited) with { Target = 9 }),
            ["16:02:44 * Bob corrected: 4"] },
        { new EditProtocol.ShowChange(Event.Message("", kind: MessageKind.Recalled) with { Target = 9 }),
            ["16:02:44 * Bob took a message back"] },
        { new EditProtocol.Begin(new Editable(3, "one\ntwo")),
            ["note: Your last message: one / two  (/edit TEXT changes it)"] },
        { new ViewProtocol.ShowNotice("welcome \r\nhome"), ["notice: welcome / home"] },
        { new ViewProtocol.ShowMembers(["ann", "小 明"], 2), ["2 here: ann, 小 明"] },
        { new ViewProtocol.ShowMembers(["ann", "bob"], 9), ["9 here: ann, bob and 7 more"] },
        { new ViewProtocol.ShowEntered(
            "Our room", "10.0.0.9:8001", "ann"), ["room: Our room, 10.0.0.9:8001; you are ann"] },
        { new ViewProtocol.ShowRemark("first\nsecond"), ["note: first", "  second"] },
        { new ViewProtocol.ShowQrCode("http://10.0.0.1:8080/"), [] },
        { new ViewProtocol.ShowProblem("Not sent: hello"), ["problem: Not sent: hello"] },
        { new ViewProtocol.ShowPresent(["ann"]), [] },
        { new ViewProtocol.Prompt("ann> "), [] },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void An_event_is_one_line_that_begins_with_its_kind(object shown, string[] lines) =>
        Assert.Equal(lines, PlainLines.Of(shown));

    private static ViewProtocol.ShowMessage Reply(string text, Quote? quote) =>
        new(Event.Message(text) with { Re = 9, Quote = quote }, false);

    private static Member Bob => new("Bob", Event.Another);

    private static ViewProtocol.ShowMessage OfRoom(SystemMessage what) => new(Event.OfRoom(what), false);

    private static ViewProtocol.ShowMessage Message(string text, MessageKind kind = MessageKind.Said) =>
        new(Event.Message(text, kind: kind), false);
}
