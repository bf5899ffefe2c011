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
    public void The_history_is_printed_up_to_its_limit(int history, string expected) =>
        Assert.Equal(expected, string.Join(',', new TailLines(history, Text, _ => { }).Of(History(1, 2, 3))));

    [Fact]
    public void After_a_reconnection_missed_messages_are_printed_once()
    {
        var lines = new TailLines(1, Text, _reported.Add);
        lines.Of(History(1, 2));
        Assert.Equal(["3"], lines.Of(Event.By(Event.Another, "3", 3)));

        Assert.Equal(["4", "5"], lines.Of(History(2, 3, 4, 5)));
    }

    [Fact]
    public void Changes_are_printed_unless_their_messages_come_with_them()
    {
        var lines = new TailLines(9, Text, _reported.Add);
        Assert.Equal(["1", "2"], lines.Of(Changed(History(1, 2), (3, 1), (4, 0))));
        Assert.Equal(["* Bob corrected: 5"], lines.Of(new RoomEvent.Spoken(Change(5, 1))));

        Assert.Equal(["6", "* Bob corrected: 8"], lines.Of(Changed(History(2, 6), (7, 6), (8, 2))));

        static RoomEvent.HistoryShown Changed(RoomEvent.HistoryShown history, params (int Id, int Of)[] changes) =>
            new([.. history.Messages, .. changes.Select(change => Change(change.Id, change.Of))]);

        static ChatMessage Change(int id, int target) =>
            Event.Message($"{id}", id: id, kind: MessageKind.Edited) with { Target = target };
    }

    [Fact]
    public void Private_messages_are_printed_although_they_have_no_id()
    {
        var lines = new TailLines(1, Text, _reported.Add);
        lines.Of(History(1, 2));
        var privateMessage = new RoomEvent.PrivateMessage(
            Event.Message("psst", id: 0, kind: MessageKind.Private), Event.Welcome.You);

        Assert.Equal(["(private to Ann) psst"], lines.Of(privateMessage));
        Assert.Equal(["(private to Ann) psst"], lines.Of(privateMessage));
    }

    [Fact]
    public void Joins_of_others_are_printed_and_the_user_s_own_is_not()
    {
        var lines = new TailLines(1, Text, _reported.Add);
        Assert.Empty(lines.Of(Event.Welcome));

        Assert.Empty(lines.Of(Joined(Event.Mine, 1)));
        Assert.Single(lines.Of(Joined(Event.Another, 2)));
        Assert.Empty(lines.Of(JoinedLegacyServer(Event.Mine, 3)));
        Assert.Single(lines.Of(JoinedLegacyServer(Event.Another, 4)));
    }

    [Fact]
    public void Member_lists_and_notices_are_not_printed()
    {
        var lines = new TailLines(1, Text, _reported.Add);

        Assert.Empty(lines.Of(new RoomEvent.NoticeShown("notice")));
        Assert.Empty(lines.Of(new RoomEvent.MembersShown([Event.Welcome.You])));
    }

    [Fact]
    public void The_number_of_missed_messages_is_reported()
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
    public void Another_log_is_reported_and_printed_from_its_beginning()
    {
        var lines = new TailLines(1, Text, _reported.Add);
        lines.Of(Event.Welcome with { Log = "0123456789abcdef" });
        lines.Of(History(20, 21));

        lines.Of(Event.Welcome with { Log = "fedcba9876543210" });

        Assert.Equal(["1", "2"], lines.Of(History(1, 2)));
        Assert.Single(_reported);
    }
}
