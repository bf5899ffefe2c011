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
    public void A_message_is_shown_with_its_time_and_speaker() =>
        Assert.Equal(
            "16:02:44   小糖豆: 你好", Shown(EntryFormatter.Message(Event.Message("你好", nickname: "小糖豆"), own: false)));

    [Fact]
    public void One_s_own_message_has_a_sign() =>
        Assert.Equal("16:02:44 ▸ Bob: hi", Shown(EntryFormatter.Message(Event.Message("hi"), own: true)));

    [Fact]
    public void The_room_s_own_words_need_no_speaker() =>
        Assert.Equal("16:02:44 * Bob is gone", Shown(
            EntryFormatter.Message(Event.Message("Bob is gone", kind: MessageKind.Left), own: false)));

    [Theory]
    [InlineData(MessageKind.Private, "16:02:44   Bob: text")]
    [InlineData(MessageKind.File, "16:02:44   Bob: text")]
    [InlineData(MessageKind.Acted, "16:02:44   text")]
    public void Whatever_people_say_or_do_says_who_it_was(MessageKind kind, string shown) =>
        Assert.Equal(shown, Shown(EntryFormatter.Message(Event.Message("text", kind: kind), own: false)));

    [Fact]
    public void Further_lines_stand_below_the_first() => Assert.Equal(
        "16:02:44   Bob: one\n           two\n           three",
        Shown(EntryFormatter.Message(Event.Message("one\r\ntwo\nthree\n"), own: false)));

    [Fact]
    public void Whatever_others_wrote_only_our_own_styles_reach_the_terminal()
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
    public void A_notice_stands_out_line_by_line() =>
        Assert.Equal("┃ one\n┃ two", Shown(EntryFormatter.Notice("one\r\ntwo")));

    [Fact]
    public void Members_are_named_as_far_as_they_are_and_counted()
    {
        Assert.Equal("2 here: Ann, Bob", Shown(EntryFormatter.Members(["Ann", "Bob"], 2)));
        Assert.Equal("5 here: Ann, Bob and 3 more", Shown(EntryFormatter.Members(["Ann", "Bob"], 5)));
    }

    [Fact]
    public void Entering_names_the_room_its_address_and_the_user() =>
        Assert.Equal("── Our room (localhost:8001) ── you are Ann", Shown(
            EntryFormatter.Entered("Our room", "localhost:8001", "Ann")));

    [Fact]
    public void A_long_message_goes_on_below_its_text_and_has_no_seconds_where_there_is_little_room() => Assert.Equal(
        "16:02   Bob: one two\n        three 你好，\n        世界",
        Shown(EntryFormatter.Message(Event.Message("one two three 你好，世界"), own: false), cells: 20));

    [Fact]
    public void A_remark_of_two_columns_goes_on_in_the_second() => Assert.Equal(
        "/me TEXT    tell them what\n            you do\nothers  x",
        Shown(EntryFormatter.Remark("/me TEXT    tell them what you do\nothers  x"), cells: 26));

    [Fact]
    public void What_names_the_user_stands_out()
    {
        var plain = EntryFormatter.Message(Event.Message("hi"), own: false).Rows(80, Theme)[0].Spans;
        var mentioned = EntryFormatter.Message(
            Event.Message("hi"), own: false, mentioned: true).Rows(80, Theme)[0].Spans;

        Assert.Equal(Theme.Mention("hi"), mentioned[^1]);
        Assert.NotEqual(plain[^1], mentioned[^1]);
    }
}
