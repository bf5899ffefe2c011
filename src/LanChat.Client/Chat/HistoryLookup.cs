using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// What is fetched of the room's history: what the user goes back to, and what they look for.
/// </summary>
/// <param name="stay">Whose history it is.</param>
/// <param name="room">Where it is shown.</param>
/// <param name="ask">Asks the room for this; and how the user put it.</param>
internal sealed class HistoryLookup(Stay stay, RoomOutput room, Action<ClientMessage, string> ask)
{
    private readonly HistorySearch _search = new();

    public static bool IsLookup(OutgoingRequest line) => line.Message is ClientMessage.Look or ClientMessage.Search;

    /// <summary>
    /// What to show of an answer to a question about the history; null where it is none.
    /// </summary>
    public IEnumerable<object>? Show(RoomEvent known) => known switch
    {
        RoomEvent.PageShown { Tag: HistorySearch.AroundTag } page => GoTo(page),
        RoomEvent.PageShown page => Fill(page),
        RoomEvent.Found found => Take(found),
        _ => null,
    };

    public void FillHole(VisitProtocol.FillHole wanted)
    {
        if (!stay.IsConnected || stay.Holes.Ask(wanted.Hole, wanted.Before) is not { } look) return;
        room.Show(new ViewProtocol.ShowGap(wanted.Hole, HistoryTexts.Loading));
        ask(look, "");
    }

    public void Search(VisitProtocol.Search wanted)
    {
        if (CanLookUp(wanted.Typed)) ask(_search.Begin(stay.OfServer(wanted.Words)), wanted.Typed);
    }

    public void SearchOn(string typed)
    {
        if (!CanLookUp(typed)) return;
        if (_search.More() is { } more) ask(more, typed);
        else room.Complain(SearchTexts.NothingMore);
    }

    /// <summary>Fetches what was said around one that was found.</summary>
    public void ShowAround(VisitProtocol.ShowFound wanted)
    {
        if (!CanLookUp(wanted.Typed)) return;
        if (_search.Surroundings(wanted.Number) is { } look) ask(look, wanted.Typed);
        else room.Complain(SearchTexts.NothingOfNumber(wanted.Number));
    }

    /// <summary>What was asked will not be answered: it can be asked again.</summary>
    public void GiveUp()
    {
        if (stay.Holes.GiveUp() is { } hole) room.Show(new ViewProtocol.ShowGap(hole, HistoryTexts.Earlier));
    }

    private object[] Fill(RoomEvent.PageShown page) => stay.Holes.Fill(page) is not { } filled
        ? []
        :
        [
            new ViewProtocol.FillGap(
                page.Tag,
                [.. filled.Messages.Select(stay.Past)],
                filled.IsLeft ? HistoryTexts.Earlier : null)
            {
                End = !filled.IsTop ? null
                    : filled.Messages is [{ Id: 1 }, ..] ? HistoryTexts.Beginning
                    : HistoryTexts.NotKept,
            },
        ];

    private object[] Take(RoomEvent.Found found)
    {
        var (shown, asked) = _search.Take(found with { Messages = [.. found.Messages.Select(stay.Here)] });
        if (asked is not null) ask(asked, "");
        return shown is null ? [] : [shown];
    }

    /// <summary>
    /// What was said around one that was found is put into its place, and what follows it there can
    /// be fetched.
    /// </summary>
    private object[] GoTo(RoomEvent.PageShown page) =>
    [
        new ViewProtocol.GoTo(_search.Around, [.. page.Messages.Select(stay.Past)], _search.Text)
        {
            Behind = page is { HasNewer: true, Messages: [.., var last] }
                ? (stay.Holes.Open(last.Id), HistoryTexts.Earlier)
                : null,
        },
    ];

    /// <summary>A question is not kept for later: it is soon asked again.</summary>
    private bool CanLookUp(string typed)
    {
        if (stay.CanLookUp) return true;
        if (typed.Length > 0) room.Complain(stay.IsConnected ? SearchTexts.ServerCannot : SearchTexts.NotConnected);
        return false;
    }
}
