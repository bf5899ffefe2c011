using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;

namespace LanChat.Client.Tests.Terminal.Widgets;

public sealed class SearchSpecs
{
    private static readonly Theme Theme = TestTheme.With(ColorSystem.EightBit);

    private static Entry Of(params string[] spans) => new([[.. spans.Select(text => new TextSpan(text, "2"))]]);

    private static Search For(string text, params string[] entries) =>
        new(text, [.. entries.Select(entry => Of(entry))]);

    private static string Highlighted(string text, params string[] spans) => string.Concat(
        For(text).Highlight(Of(spans), isCurrent: true, Theme).Lines[0].Select(
            span => span.Style == "2" ? span.Text : $"[{span.Text}]"));

    [Fact]
    public void A_search_starts_at_the_newest_hit_and_moves_both_ways()
    {
        var search = For("ONE", "one", "two", "One more", "none", "three");
        Assert.Equal((3, 1, 3), (search.Count, search.Position, search.Current));

        search.GoToOlder();
        Assert.Equal((2, 2), (search.Position, search.Current));
        search.GoToOlder();
        search.GoToOlder();
        Assert.Equal((3, 0), (search.Position, search.Current));
        search.GoToNewer();
        search.GoToNewer();
        search.GoToNewer();
        Assert.Equal((1, 3), (search.Position, search.Current));
    }

    [Fact]
    public void A_replaced_entry_becomes_a_hit_or_stops_being_one_and_the_current_hit_stays()
    {
        var search = For("one", "one", "two", "one", "one");
        search.GoToOlder();
        search.Replace(1, Of("one"));
        Assert.Equal((4, 2), (search.Count, search.Current));
        search.Replace(3, Of("three"));
        Assert.Equal((3, 2, 1), (search.Count, search.Current, search.Position));
        search.Replace(2, Of("none more"));
        Assert.Equal((3, 2), (search.Count, search.Current));

        search.Replace(2, Of("two"));
        Assert.Equal((2, 1), (search.Count, search.Current));
        search.Replace(0, Of("two"));
        search.Replace(1, Of("two"));
        Assert.Equal((0, null), (search.Count, search.Current));
    }

    [Fact]
    public void A_search_without_hits_has_no_position()
    {
        var search = For("four", "one", "two");
        search.GoToOlder();
        search.GoToNewer();

        Assert.Equal((0, 1, null), (search.Count, search.Position, search.Current));
    }

    [Fact]
    public void Added_and_removed_entries_keep_the_current_hit()
    {
        var search = For("a", "a", "b", "a");
        search.Add(Of("a"), 3);
        search.Add(Of("b"), 4);
        Assert.Equal((3, 2, 2), (search.Count, search.Position, search.Current));

        search.Remove(0);
        Assert.Equal((2, 2, 1), (search.Count, search.Position, search.Current));
        search.Remove(0);
        search.Remove(0);
        Assert.Equal((1, 1, 0), (search.Count, search.Position, search.Current));
        search.Remove(0);
        Assert.Null(search.Current);
    }

    [Theory]
    [InlineData("b", "a[b]c[B]", "abcB")]
    [InlineData("bob: h", "[Bob][: h]i", "Bob", ": hi")]
    [InlineData("ell", "h[ell]o sh[ell]", "hello shell")]
    [InlineData("句子", "一个[句子]，[句子]", "一个句子，句子")]
    [InlineData("e", "[e\u0301]t\u00e9", "e\u0301t\u00e9")]
    [InlineData("👩", "a [👨‍👩‍👧] b", "a 👨‍👩‍👧 b")]
    [InlineData("ß", "a ss", "a ss")]
    public void Every_hit_is_highlighted_without_splitting_characters(string text, string lit, params string[] spans) =>
        Assert.Equal(lit, Highlighted(text, spans));
}
