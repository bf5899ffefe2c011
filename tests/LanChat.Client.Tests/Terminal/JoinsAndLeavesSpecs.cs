using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal;

/// <summary>Joins and leaves in the transcript.</summary>
public sealed class JoinsAndLeavesSpecs : ViewSpec
{
    private long _id;

    private ViewProtocol.ShowMessage Of(SystemMessage what, int day = 10) => new(
        ChatMessage.Of(what, Event.Another, new DateTime(2023, 8, day, 16, 2, 44)) with { Id = ++_id }, Own: false);

    private ViewProtocol.ShowMessage Of(string text, MessageKind kind, int day = 10) => new(
        new ChatMessage(++_id, kind, "系统消息", Event.Another, text, new DateTime(2023, 8, day, 16, 2, 44)), Own: false);

    private void ShowJoined(params string[] names)
    {
        foreach (var name in names) Show(Of(new SystemMessage.Joined(new Member(name, Event.Another))));
    }

    private void ShowLeft(params string[] names)
    {
        foreach (var name in names) Show(Of(new SystemMessage.Left(new Member(name, Event.Another))));
    }

    private void Say(string text) => Show(Of(text, MessageKind.Said));

    private string[] Lines => [.. Above.Split('\n').Skip(1)];

    [Fact]
    public void Consecutive_joins_and_leaves_are_one_line_without_addresses()
    {
        ShowJoined("ann");
        Assert.Equal(["16:02 * ann came in"], Lines);
        ShowJoined("bob");
        Assert.Equal(["16:02 * ann and bob came in"], Lines);
        ShowJoined("cy", "dan", "eve");
        ShowLeft("fay");
        Terminal.Resize(80, 12);

        Assert.Equal(["16:02:44 * ann, bob and 3 others came in; fay left"], Lines);
    }

    [Theory]
    [InlineData("+a -a", "a came in and left")]
    [InlineData("-a +a", "a left and came back")]
    [InlineData("+a -a +a", "a came in")]
    [InlineData("-a +a -a", "a left")]
    [InlineData("-a +b -c", "b came in; a and c left")]
    [InlineData("+a +b +c", "a, b and c came in")]
    public void The_summary_states_the_net_change_of_each_member(string summary, string expected)
    {
        Terminal.Resize(80, 12);
        foreach (var one in summary.Split(' '))
        {
            if (one[0] == '+') ShowJoined(one[1..]);
            else ShowLeft(one[1..]);
        }

        Assert.Equal([$"16:02:44 * {expected}"], Lines);
    }

    [Fact]
    public void A_message_or_midnight_starts_a_new_summary()
    {
        ShowJoined("ann");
        Say("hello");
        ShowJoined("bob");
        Show(Of(new SystemMessage.Joined(new Member("cy", Event.Another)), day: 11));

        Assert.Equal(
            [
                "16:02 * ann came in",
                "16:02   系统消息: hello",
                "16:02 * bob came in",
                "       — Friday, 11 August 2023 —",
                "16:02 * cy came in",
            ],
            Lines);
    }

    [Fact]
    public void Joins_and_leaves_are_not_counted_as_new()
    {
        for (var line = 1; line <= 20; line++) Say($"{line}");
        _ = Screen;
        Terminal.Press(Keys.Of(ConsoleKey.PageUp));
        ShowJoined("ann", "bob");
        ShowLeft("ann");

        Assert.EndsWith("scrolled back · PgDn", Status);
    }

    [Fact]
    public void Joins_and_leaves_can_be_hidden_and_shown_again()
    {
        ShowJoined("ann");
        Show(new ViewProtocol.Fold(Foldable.JoinsAndLeaves));
        ShowJoined("bob");
        Say("hello");
        Show(new ViewProtocol.Fold(Foldable.JoinsAndLeaves));
        ShowJoined("cy");

        Assert.DoesNotContain("bob", Above);
        Assert.Contains("ann came in", Above);
        Assert.EndsWith("cy came in", Above);
    }
}
