using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>What is fetched of the room's history: what the user goes back to, and what they look for.</summary>
internal sealed partial class VisitActor
{
    private readonly HistorySearch _search = new();

    /// <summary>What the room lets be known, and what answers questions about its history.</summary>
    private IEnumerable<object> Shown(RoomEvent known) => known switch
    {
        RoomEvent.PageShown { Tag: HistorySearch.AroundTag } page => GoTo(page),
        RoomEvent.PageShown page => Fill(page),
        RoomEvent.Found found => Take(found),
        _ => _stay.Show(known),
    };

    private object[] Fill(RoomEvent.PageShown page) => _stay.Holes.Fill(page) is not { } filled
        ? []
        :
        [
            new ViewProtocol.Fill(page.Tag, [.. filled.Messages.Select(_stay.Past)], filled.IsLeft ? HistoryTexts.Earlier : null)
            {
                End = !filled.IsTop ? null : filled.Messages is [{ Id: 1 }, ..] ? HistoryTexts.Beginning : HistoryTexts.NotKept,
            },
        ];

    private object[] Take(RoomEvent.Found found)
    {
        var (shown, asked) = _search.Take(found with { Messages = [.. found.Messages.Select(_stay.Here)] });
        if (asked is not null) LookUp(asked, "");
        return shown is null ? [] : [shown];
    }

    /// <summary>What was said around one that was found is put into its place, and what follows it there can be fetched.</summary>
    private object[] GoTo(RoomEvent.PageShown page) =>
    [
        new ViewProtocol.GoTo(_search.Around, [.. page.Messages.Select(_stay.Past)], _search.Text)
        {
            Behind = page is { HasNewer: true, Messages: [.., var last] } ? (_stay.Holes.Open(last.Id), HistoryTexts.Earlier) : null,
        },
    ];

    private void FillHole(VisitProtocol.FillHole wanted)
    {
        if (!_stay.IsConnected || _stay.Holes.Ask(wanted.Hole, wanted.Before) is not { } look) return;
        Show(new ViewProtocol.ShowHole(wanted.Hole, HistoryTexts.Loading));
        LookUp(look, "");
    }

    private void Search(VisitProtocol.Search wanted)
    {
        if (CanLookUp(wanted.Typed)) LookUp(_search.Begin(_stay.OfServer(wanted.Words)), wanted.Typed);
    }

    private void SearchOn(string typed)
    {
        if (!CanLookUp(typed)) return;
        if (_search.More() is { } more) LookUp(more, typed);
        else Complain(SearchTexts.NothingMore);
    }

    private void ShowAround(VisitProtocol.ShowFound wanted)
    {
        if (!CanLookUp(wanted.Typed)) return;
        if (_search.Surroundings(wanted.Number) is { } look) LookUp(look, wanted.Typed);
        else Complain(SearchTexts.NothingOfNumber(wanted.Number));
    }

    /// <summary>A question is not kept for later: it is soon asked again.</summary>
    private bool CanLookUp(string typed)
    {
        if (_stay.CanLookUp) return true;
        if (typed.Length > 0) Complain(_stay.IsConnected ? SearchTexts.ServerCannot : SearchTexts.NotConnected);
        return false;
    }

    private void LookUp(ClientMessage question, string typed) => _session.Tell(new SessionProtocol.Ask(new Line(question, typed)));

    private static bool IsLookup(Line line) => line.Wish is ClientMessage.Look or ClientMessage.Search;

    /// <summary>What was asked will not be answered: it can be asked again.</summary>
    private void GiveUpLookups()
    {
        if (_stay.Holes.GiveUp() is { } hole) Show(new ViewProtocol.ShowHole(hole, HistoryTexts.Earlier));
    }
}
