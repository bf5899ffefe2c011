using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class HistoryLookupSpecs : ChatSpec
{
    private static readonly PeerAddress Anywhere = new("10.0.0.9", 9);

    private static ChatMessage Message(long id) =>
        new(id, MessageKind.Said, "Ben", Anywhere, $"m{id}", new DateTime(2026, 11, 1));

    private static Welcomed Welcome(int page = 200) =>
        new("Room", new Member("Ann", new PeerAddress("10.0.0.1", 1)), 65_536) { LongestPage = page };

    private static ChatMessage[] Messages(params long[] ids) => [.. ids.Select(Message)];

    private IActorRef Join(params RoomEvent[] events)
    {
        StartChat("10.0.0.1:8001", "Ann");
        var session = ExpectSession();
        Receive(session, events);
        return session;
    }

    private void ReachGap(int window, long gap, long before)
    {
        View.Send(Chat, new ViewProtocol.GapReached(window, gap, before));
        Settle(Chat);
    }

    /// <summary>Waits for the next request of this type.</summary>
    private T ExpectRequest<T>() where T : ClientMessage =>
        (T)((SessionProtocol.Send)Session.FishForMessage(message => message is SessionProtocol.Send)).Request.Message;

    [Fact]
    public void A_gap_is_fetched_when_the_user_scrolls_to_it()
    {
        var session = Join(Welcome(), new RoomEvent.Missed(5, 50, 44), new RoomEvent.HistoryShown(Messages(50, 51)));
        var gap = FishShown<ViewProtocol.ShowGap>(_ => true).Gap;

        ReachGap(1, gap, 50);
        ReachGap(1, gap, 50);

        Assert.Equal(50, ExpectRequest<ClientMessage.ReadHistory>().Before);
        Receive(session, new RoomEvent.HistoryPage(gap, Messages(4, 5, 6, 7), true, true));
        var fill = FishShown<ViewProtocol.FillGap>(_ => true);
        Assert.Equal(["m6", "m7"], fill.Messages.Select(message => message.Message.Text));
        Assert.Null(fill.Left);
    }

    [Theory]
    [InlineData(1, "Beginning of the conversation.")]
    [InlineData(3, "Older messages are no longer available.")]
    public void The_top_of_the_transcript_says_whether_it_is_the_beginning(int first, string expected)
    {
        var session = Join(Welcome(), new RoomEvent.HistoryShown(Messages(5, 6)));
        var gap = FishShown<ViewProtocol.ShowGap>(_ => true).Gap;
        ReachGap(1, gap, 5);
        ExpectRequest<ClientMessage.ReadHistory>();

        Receive(session, new RoomEvent.HistoryPage(
            gap, [.. Enumerable.Range(first, 5 - first).Select(id => Message(id))], false, true));

        var fill = FishShown<ViewProtocol.FillGap>(_ => true);
        Assert.Equal((null, expected), (fill.Left, fill.End));
    }

    [Fact]
    public void A_reconnection_without_missed_messages_shows_no_gap()
    {
        Join(Welcome(), new RoomEvent.HistoryShown([]), new RoomEvent.HistoryShown(Messages(5)));

        FishShown<object>(shown =>
        {
            Assert.IsNotType<ViewProtocol.ShowGap>(shown);
            return shown is ViewProtocol.ShowMessage { Message.Id: 5 };
        });
    }

    [Fact]
    public void An_older_server_gets_no_history_requests()
    {
        Join(Welcome(page: 0), new RoomEvent.HistoryShown(Messages(50, 51)));
        FishShown<ViewProtocol.ShowMessage>(shown => shown.Message.Id == 51);

        ReachGap(1, 1, 50);
        Type("/search x");
        Type("/search x from:Ann");

        ExpectProblem("too old to search");
        Session.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void A_search_is_sent_to_the_room_and_can_be_continued()
    {
        var session = Join(Welcome(), new RoomEvent.HistoryShown(Messages(1)));

        Type("/search 上海 from:\"Ann Lee\"");
        var search = ExpectRequest<ClientMessage.Search>();
        Receive(session, new RoomEvent.Found(search.Tag, Messages(1), 1, false));

        Assert.Equal(("上海", "Ann Lee"), (search.Text, search.From));
        FishShown<ViewProtocol.ShowFound>(found => found.Lines is [var line]
            && line.Contains("Ben: m1", StringComparison.Ordinal));
        Type("/more");
        Assert.Equal(1, ExpectRequest<ClientMessage.Search>().Before);
        Type("/show 1");
        var request = ExpectRequest<ClientMessage.ReadHistory>();
        Assert.Equal(1, request.Around);
        Receive(session, new RoomEvent.HistoryPage(request.Tag, Messages(1, 2), false, true));
        var place = FishShown<ViewProtocol.GoTo>(_ => true);
        Assert.Equal((1, "上海", 2), (place.Id, place.Text, place.Around.Count));
        ReachGap(1, place.Behind!.Value.Gap, 9);
        Assert.Equal(9, ExpectRequest<ClientMessage.ReadHistory>().Before);
        Type("/show 7");
        ExpectProblem("There is no result 7");
    }

    [Fact]
    public void A_history_request_lost_with_the_connection_can_be_repeated()
    {
        var session = Join(Welcome(), new RoomEvent.HistoryShown(Messages(50)));
        var gap = FishShown<ViewProtocol.ShowGap>(_ => true).Gap;
        ReachGap(1, gap, 50);
        var request = ExpectRequest<ClientMessage.ReadHistory>();

        Tell(Session, session, new SessionProtocol.Lost(
            "lost", TimeSpan.FromSeconds(1), [new OutgoingRequest(request, "")]));
        Receive(session, Welcome());
        ReachGap(1, gap, 50);

        Assert.Equal(50, ExpectRequest<ClientMessage.ReadHistory>().Before);
    }
}
