using LanChat.Client.Chat;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class HistoryGapsSpecs
{
    private readonly HistoryGaps _gaps = new();

    private static RoomEvent.HistoryPage Page(long tag, int from, int to, bool older) => new(
        tag, [.. Enumerable.Range(from, Math.Max(to - from + 1, 0)).Select(id => new ChatMessage(
            id, MessageKind.Said, "Ann", new PeerAddress("10.0.0.1", 1), $"{id}", default))], older, true);

    private (long[] Ids, bool IsLeft)? Fill(RoomEvent.HistoryPage page) =>
        _gaps.Fill(page) is var (messages, isLeft, _) ? ([.. messages.Select(message => message.Id)], isLeft) : null;

    [Fact]
    public void A_gap_is_filled_from_its_end_until_no_message_is_missing()
    {
        var gap = _gaps.Open(0);

        Assert.Equal(new ClientMessage.ReadHistory(gap, 8, null, null, 100), _gaps.RequestPage(gap, 8));
        var (ids, isLeft) = Fill(Page(gap, 5, 7, older: true))!.Value;
        Assert.Equal([5, 6, 7], ids);
        Assert.True(isLeft);
        _gaps.RequestPage(gap, 5);
        (ids, isLeft) = Fill(Page(gap, 1, 4, older: false))!.Value;
        Assert.Equal([1, 2, 3, 4], ids);
        Assert.False(isLeft);
        Assert.Null(_gaps.RequestPage(gap, 1));
    }

    [Fact]
    public void Messages_above_a_gap_are_not_shown_again()
    {
        var gap = _gaps.Open(3);
        _gaps.RequestPage(gap, 8);

        var (ids, isLeft) = Fill(Page(gap, 1, 7, older: false))!.Value;

        Assert.Equal([4, 5, 6, 7], ids);
        Assert.False(isLeft);
    }

    [Fact]
    public void A_gap_is_closed_when_all_of_its_messages_arrived()
    {
        var gap = _gaps.Open(3);
        _gaps.RequestPage(gap, 8);

        Assert.False(Fill(Page(gap, 4, 7, older: true))!.Value.IsLeft);
    }

    [Fact]
    public void One_request_is_pending_at_a_time_and_can_be_cancelled()
    {
        var (one, two) = (_gaps.Open(0), _gaps.Open(5));
        Assert.NotNull(_gaps.RequestPage(one, 3));
        Assert.Null(_gaps.RequestPage(one, 3));
        Assert.Null(_gaps.RequestPage(two, 9));

        Assert.Equal(one, _gaps.CancelRequest());

        Assert.Null(Fill(Page(one, 1, 2, older: false)));
        Assert.NotNull(_gaps.RequestPage(two, 9));
        Assert.Null(_gaps.RequestPage(7, 9));
    }

    [Fact]
    public void A_gap_is_closed_when_the_room_no_longer_has_its_messages()
    {
        var gap = _gaps.Open(0);
        _gaps.RequestPage(gap, 8);

        Assert.False(Fill(Page(gap, 1, 0, older: false))!.Value.IsLeft);
    }
}
