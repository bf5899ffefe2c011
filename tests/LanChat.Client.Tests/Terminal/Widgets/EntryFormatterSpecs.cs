using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class EntryFormatterSpecs
{
    private static readonly Theme Theme = TestTheme.With(ColorSystem.EightBit);
    private static readonly EntryFormatter EntryFormatter = new(Theme);

    private static string Shown(Entry entry, int cells = 80) =>
        string.Join('\n', entry.Rows(cells, Theme).Select(row => row.Text));

    [Fact]
    public void A_message_is_shown_with_its_time_and_sender() =>
        Assert.Equal(
            "16:02:44   小糖豆: 你好", Shown(EntryFormatter.Message(Event.Message("你好", nickname: "小糖豆"), own: false)));

    [Fact]
    public void The_user_s_own_message_is_marked() =>
        Assert.Equal("16:02:44 ▸ Bob: hi", Shown(EntryFormatter.Message(Event.Message("hi"), own: true)));

    [Fact]
    public void A_system_message_has_no_sender() =>
        Assert.Equal("16:02:44 * Bob is gone", Shown(
            EntryFormatter.Message(Event.Message("Bob is gone", kind: MessageKind.Left), own: false)));

    [Theory]
    [InlineData(MessageKind.Private, "16:02:44   Bob: text")]
    [InlineData(MessageKind.File, "16:02:44   Bob: text")]
    [InlineData(MessageKind.Acted, "16:02:44   text")]
    public void Members_messages_name_their_sender(MessageKind kind, string shown) =>
        Assert.Equal(shown, Shown(EntryFormatter.Message(Event.Message("text", kind: kind), own: false)));

    [Fact]
    public void Further_lines_are_indented_below_the_first() => Assert.Equal(
        "16:02:44   Bob: one\n           two\n           three",
        Shown(EntryFormatter.Message(Event.Message("one\r\ntwo\nthree\n"), own: false)));

    [Fact]
    public void Control_characters_of_others_never_reach_the_terminal()
    {
        const string evil = "\e[2J\e]0;x\a\u009b\u202E";
        var all = new[]
        {
            EntryFormatter.Message(Event.Message(evil, nickname: evil), own: false),
            EntryFormatter.Message(Event.Message(evil, nickname: evil), own: true),
            EntryFormatter.Message(Event.Message(evil, kind: MessageKind.Room), own: false),
            EntryFormatter.Message(
                Event.Message(evil, kind: MessageKind.Acted),
                own: false), EntryFormatter.Notice(evil), EntryFormatter.Members([evil], 2),
            EntryFormatter.Entered(evil, evil, evil), EntryFormatter.Remark(evil), EntryFormatter.Problem(evil),
        };

        Assert.All(all, entry =>
        {
            var text = string.Concat(entry.Rows(80, Theme).Select(row => row.Text));
            Assert.DoesNotContain(text, unit => char.IsControl(unit) || unit == '\u202E');
            Assert.Contains("␛[2J␛]0;x␇\\u{9b}\\u{202e}", text);
        });
    }

    [Fact]
    public void A_notice_is_marked_on_every_line() =>
        Assert.Equal("┃ one\n┃ two", Shown(EntryFormatter.Notice("one\r\ntwo")));

    [Fact]
    public void Members_are_named_and_the_rest_is_counted()
    {
        Assert.Equal("2 here: Ann, Bob", Shown(EntryFormatter.Members(["Ann", "Bob"], 2)));
        Assert.Equal("5 here: Ann, Bob and 3 more", Shown(EntryFormatter.Members(["Ann", "Bob"], 5)));
    }

    [Fact]
    public void Joining_shows_the_room_its_address_and_the_nickname() =>
        Assert.Equal("── Our room (localhost:8001) ── you are Ann", Shown(
            EntryFormatter.Entered("Our room", "localhost:8001", "Ann")));

    [Fact]
    public void A_long_message_wraps_below_its_text_and_drops_seconds_on_a_narrow_screen() => Assert.Equal(
        "16:02   Bob: one two\n        three 你好，\n        世界",
        Shown(EntryFormatter.Message(Event.Message("one two three 你好，世界"), own: false), cells: 20));

    [Fact]
    public void A_remark_of_two_columns_wraps_in_the_second() => Assert.Equal(
        "/me TEXT    tell them what\n            you do\nothers  x",
        Shown(EntryFormatter.Remark("/me TEXT    tell them what you do\nothers  x"), cells: 26));

    [Fact]
    public void A_mention_is_highlighted()
    {
        var plain = EntryFormatter.Message(Event.Message("hi"), own: false).Rows(80, Theme)[0].Spans;
        var mentioned = EntryFormatter.Message(
            Event.Message("hi"), own: false, mentioned: true).Rows(80, Theme)[0].Spans;

        Assert.Equal(Theme.Mention("hi"), mentioned[^1]);
        Assert.NotEqual(plain[^1], mentioned[^1]);
    }
}
