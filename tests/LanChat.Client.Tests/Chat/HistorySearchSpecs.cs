using LanChat.Client.Chat;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class HistorySearchSpecs
{
    private readonly HistorySearch _search = new();

    private static ChatMessage Message(long id, string text) =>
        new(id, MessageKind.Said, "Ann", new PeerAddress("10.0.0.1", 1), text, new DateTime(2026, 11, 1, 12, 30, 5));

    [Fact]
    public void Search_results_are_numbered_across_pages()
    {
        var first = _search.Begin(new SearchQuery("x"));
        Assert.Equal(["  1  2026-11-01 12:30 Ann: one x"], _search.Handle(
            new RoomEvent.Found(first.Tag, [Message(9, "one x")], 9, false)).Shown!.Lines);

        var second = _search.NextPage()!;

        Assert.Equal(9, second.Before);
        var shown = _search.Handle(new RoomEvent.Found(second.Tag, [Message(3, "two x")], null, false)).Shown!;
        Assert.Equal(["  1  2026-11-01 12:30 Ann: one x", "  2  2026-11-01 12:30 Ann: two x"], shown.Lines);
        Assert.Equal((1, false), (shown.FirstNew, shown.HasMore));
        Assert.Null(_search.NextPage());
        Assert.Equal(3, _search.RequestContext(2)!.Around);
        Assert.Equal(3, _search.ContextId);
        Assert.Null(_search.RequestContext(3));
        Assert.Null(_search.RequestContext(0));
    }

    [Fact]
    public void Empty_result_pages_are_skipped_up_to_a_limit()
    {
        var asked = _search.Begin(new SearchQuery("x"));
        var parts = 0;
        ViewProtocol.ShowFound? shown = null;
        for (; shown is null; parts++)
        {
            (shown, var next) = _search.Handle(new RoomEvent.Found(asked.Tag, [], 1000 - parts, true));
            asked = next ?? asked;
        }

        Assert.Equal(20, parts);
        Assert.True(shown.HasMore);
        Assert.Empty(shown.Lines);
        Assert.Equal(981, _search.NextPage()!.Before);
    }

    [Fact]
    public void The_answer_to_an_earlier_search_is_ignored()
    {
        var first = _search.Begin(new SearchQuery("x"));
        _search.Begin(new SearchQuery("y"));

        Assert.Equal((null, null), _search.Handle(new RoomEvent.Found(first.Tag, [Message(9, "x")], null, false)));
    }

    [Fact]
    public void Long_and_hostile_messages_are_shown_on_one_line()
    {
        var asked = _search.Begin(new SearchQuery("x"));

        var shown = _search.Handle(
            new RoomEvent.Found(asked.Tag, [Message(9, "x\n\u001b[2J" + new string('y', 70_000))], null, false)).Shown!;

        var line = Assert.Single(shown.Lines);
        Assert.DoesNotContain('\u001b', line);
        Assert.InRange(line.Length, 200, 500);
    }
}
