using LanChat.Client.Scripting;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

public sealed class TailLinesSpecs
{
    private readonly List<string> _reported = [];

    private static string Text(RoomEvent said) => TranscriptMessage.Of(said)!.Text;

    private static RoomEvent.HistoryShown History(params int[] ids) =>
        new([.. ids.Select(id => Event.Message($"{id}", id: id))]);

    private static RoomEvent.Spoken Joined(PeerAddress member, long id) =>
        new(Event.OfRoom(new SystemMessage.Joined(new Member("x", member)), id));

    private static RoomEvent.Spoken JoinedLegacyServer(PeerAddress member, long id) =>
        new(Event.Message($"欢迎来自 ('{member.Ip}', {member.Port}) 的【x】加入聊天室!", id: id, kind: MessageKind.Joined));

    [Theory]
    [InlineData(0, "")]
    [InlineData(2, "2,3")]
    [InlineData(9, "1,2,3")]
    public void Of_what_was_said_before_only_so_much_is_printed(int history, string expected) =>
        Assert.Equal(expected, string.Join(',', new TailLines(history, Text, _ => { }).Of(History(1, 2, 3))));

    [Fact]
    public void After_a_lost_connection_everything_that_was_missed_is_printed_and_nothing_twice()
    {
        var lines = new TailLines(1, Text, _reported.Add);
        lines.Of(History(1, 2));
        Assert.Equal(["3"], lines.Of(Event.By(Event.Another, "3", 3)));

        Assert.Equal(["4", "5"], lines.Of(History(2, 3, 4, 5)));
    }

    [Fact]
    public void Private_words_are_printed_though_they_are_no_part_of_the_talk()
    {
        var lines = new TailLines(1, Text, _reported.Add);
        lines.Of(History(1, 2));
        var told = new RoomEvent.PrivateMessage(
            Event.Message("psst", id: 0, kind: MessageKind.Private), Event.Welcome.You);

        Assert.Equal(["(private to Ann) psst"], lines.Of(told));
        Assert.Equal(["(private to Ann) psst"], lines.Of(told));
    }

    [Fact]
    public void That_others_enter_is_printed_and_that_oneself_does_is_not()
    {
        var lines = new TailLines(1, Text, _reported.Add);
        Assert.Empty(lines.Of(Event.Welcome));

        Assert.Empty(lines.Of(Joined(Event.Mine, 1)));
        Assert.Single(lines.Of(Joined(Event.Another, 2)));
        Assert.Empty(lines.Of(JoinedLegacyServer(Event.Mine, 3)));
        Assert.Single(lines.Of(JoinedLegacyServer(Event.Another, 4)));
    }

    [Fact]
    public void Lists_and_notices_are_not_printed()
    {
        var lines = new TailLines(1, Text, _reported.Add);

        Assert.Empty(lines.Of(new RoomEvent.NoticeShown("notice")));
        Assert.Empty(lines.Of(new RoomEvent.MembersShown([Event.Welcome.You])));
    }

    [Fact]
    public void What_is_missing_is_told()
    {
        var lines = new TailLines(1, Text, _reported.Add);
        lines.Of(new RoomEvent.Missed(0, 1, 7));
        Assert.Empty(_reported);
        lines.Of(History(1, 2));

        Assert.Empty(lines.Of(new RoomEvent.Missed(2, 10, 7)));
        Assert.Equal(["10"], lines.Of(History(10)));

        Assert.Equal(["7 messages missing here: the room no longer has them."], _reported);
    }

    [Fact]
    public void Another_history_is_told_and_printed_from_its_beginning()
    {
        var lines = new TailLines(1, Text, _reported.Add);
        lines.Of(Event.Welcome with { Log = "0123456789abcdef" });
        lines.Of(History(20, 21));

        lines.Of(Event.Welcome with { Log = "fedcba9876543210" });

        Assert.Equal(["1", "2"], lines.Of(History(1, 2)));
        Assert.Single(_reported);
    }
}
