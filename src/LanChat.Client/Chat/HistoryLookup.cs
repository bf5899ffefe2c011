using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Requests to a room's history: pages for gaps, searches, and messages around a search result.
/// </summary>
/// <param name="presenter">Presenter of the room.</param>
/// <param name="room">Shows the results.</param>
/// <param name="send">
/// Sends a request; the second argument is the user's input, empty if there is none.
/// </param>
internal sealed class HistoryLookup(RoomPresenter presenter, RoomOutput room, Action<ClientMessage, string> send)
{
    // Gaps have positive tags.
    private const long RefreshTag = HistorySearch.ContextTag - 1;
    private const int RefreshSize = 100;

    private readonly HistorySearch _search = new();

    /// <summary>
    /// Messages for the view, if the event answers a history request; otherwise null.
    /// </summary>
    public IEnumerable<object>? Handle(RoomEvent roomEvent) => roomEvent switch
    {
        RoomEvent.HistoryPage { Tag: HistorySearch.ContextTag } page => HandleContext(page),
        RoomEvent.HistoryPage { Tag: RefreshTag } page =>
            [new EditProtocol.Refresh([.. page.Messages.Select(presenter.FromHistory)])],
        RoomEvent.HistoryPage page => HandlePage(page),
        RoomEvent.Missed missed => HandleMissed(missed),
        RoomEvent.Found found => HandleResults(found),
        _ => null,
    };

    public void FillGap(RoomWindowProtocol.FillGap message)
    {
        if (!presenter.IsConnected || presenter.Gaps.RequestPage(message.Gap, message.Before) is not { } look) return;
        room.Show(new ViewProtocol.ShowGap(message.Gap, HistoryTexts.Loading));
        send(look, "");
    }

    public void Search(RoomWindowProtocol.Search message)
    {
        if (CanLookUp(message.Typed)) send(_search.Begin(presenter.ToServerTime(message.Query)), message.Typed);
    }

    public void ContinueSearch(string typed)
    {
        if (!CanLookUp(typed)) return;
        if (_search.NextPage() is { } more) send(more, typed);
        else room.ShowProblem(SearchTexts.NothingMore);
    }

    /// <summary>Requests the messages around a search result.</summary>
    public void ShowContext(RoomWindowProtocol.ShowResult message)
    {
        if (!CanLookUp(message.Typed)) return;
        if (_search.RequestContext(message.Number) is { } look) send(look, message.Typed);
        else room.ShowProblem(SearchTexts.NothingOfNumber(message.Number));
    }

    /// <summary>
    /// Drops the pending page request, so that the user can request the page again.
    /// </summary>
    public void CancelRequest()
    {
        if (presenter.Gaps.CancelRequest() is { } gap) room.Show(new ViewProtocol.ShowGap(gap, HistoryTexts.Earlier));
    }

    /// <summary>
    /// Among the missed messages may be changes of those before, which are read again.
    /// </summary>
    private IEnumerable<object> HandleMissed(RoomEvent.Missed missed)
    {
        if (presenter is { CanLookUp: true, Last: > 0 })
            send(new ClientMessage.ReadHistory(RefreshTag, missed.After + 1, null, null, RefreshSize), "");
        return presenter.Handle(missed);
    }

    private object[] HandlePage(RoomEvent.HistoryPage page) => presenter.Gaps.Fill(page) is not { } filled
        ? []
        :
        [
            new ViewProtocol.FillGap(
                page.Tag,
                [.. filled.Messages.Select(presenter.FromHistory)],
                filled.IsLeft ? HistoryTexts.Earlier : null)
            {
                End = !filled.IsTop ? null
                    : filled.Messages is [{ Id: 1 }, ..] ? HistoryTexts.Beginning
                    : HistoryTexts.NotKept,
            },
        ];

    private object[] HandleResults(RoomEvent.Found found)
    {
        var (shown, next) = _search.Handle(found with { Messages = [.. found.Messages.Select(presenter.ToLocalTime)] });
        if (next is not null) send(next, "");
        return shown is null ? [] : [shown];
    }

    /// <summary>
    /// Inserts the messages around a search result, and opens a gap between them and the next ones
    /// shown.
    /// </summary>
    private object[] HandleContext(RoomEvent.HistoryPage page) =>
    [
        new ViewProtocol.GoTo(_search.ContextId, [.. page.Messages.Select(presenter.FromHistory)], _search.Text)
        {
            Behind = page is { HasNewer: true, Messages: [.., var last] }
                ? (presenter.Gaps.Open(last.Id), HistoryTexts.Earlier)
                : null,
        },
    ];

    /// <summary>
    /// History requests are not queued while disconnected: the user can repeat them.
    /// </summary>
    private bool CanLookUp(string typed)
    {
        if (presenter.CanLookUp) return true;
        if (typed.Length > 0)
            room.ShowProblem(presenter.IsConnected ? SearchTexts.ServerCannot : SearchTexts.NotConnected);
        return false;
    }
}
