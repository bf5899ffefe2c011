using System.Text;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class OutboxSpecs
{
    private readonly Outbox _outbox = new(most: 3);
    private readonly List<string> _declined = [];

    private static Line Line(string text) => new(text);

    private string Write(int longestLine = 1000, Pace? pace = null) =>
        Encoding.UTF8.GetString(
            _outbox.TakeForWriting(longestLine, new Pacing(pace), (line, why) => _declined.Add($"{line.Text}: {why}")));

    /// <summary>The line that something of one's own coming back answers.</summary>
    private Line? Echo() => _outbox.TakeAnswered(Said.By(Said.Mine, "any"), Said.Mine);

    private void Keep(params string[] texts)
    {
        foreach (var text in texts) Assert.True(_outbox.TryKeep(Line(text)));
    }

    [Fact]
    public void All_that_waits_is_written_at_once_and_in_order()
    {
        Keep("one", "zwei");

        Assert.Equal("{\"say\":\"one\"}\n{\"say\":\"zwei\"}\n", Write());
        Assert.Equal("", Write());
    }

    [Fact]
    public void Lines_come_back_in_the_order_they_were_sent()
    {
        Keep("one", "two");
        Write();

        Assert.Equal(Line("one"), Echo());
        Assert.Equal(Line("two"), Echo());
        Assert.Null(Echo());
        Assert.True(_outbox.IsEmpty);
    }

    [Fact]
    public void What_was_sent_and_not_answered_is_in_doubt_and_what_was_not_sent_waits()
    {
        Keep("one", "two");
        Write();
        Echo();
        Keep("three");

        Assert.Equal([Line("two")], _outbox.TakeDoubtful());
        Assert.False(_outbox.HasSent);
        Assert.Equal("{\"say\":\"three\"}\n", Write());
    }

    [Fact]
    public void What_was_never_sent_can_be_told()
    {
        Keep("one");

        Assert.Equal([Line("one")], _outbox.TakeUnsent().Unsent);
        Assert.True(_outbox.IsEmpty);
    }

    [Fact]
    public void Sent_or_not_only_so_many_lines_are_kept()
    {
        Keep("one", "two");
        Write();
        Keep("three");

        Assert.False(_outbox.TryKeep(Line("four")));
        Echo();
        Keep("four");
    }

    [Fact]
    public void A_line_as_long_as_the_room_takes_is_sent_and_a_longer_one_is_declined()
    {
        Keep("1234", "12345", "1");

        Assert.Equal("{\"say\":\"1234\"}\n{\"say\":\"1\"}\n", Write(longestLine: "{\"say\":\"1234\"}".Length));
        Assert.Equal(["12345: a line can have at most 14 bytes in this room"], _declined);
    }

    [Fact]
    public void A_line_the_room_would_close_for_is_declined()
    {
        Keep("a\0b");

        Assert.Equal("", Write());
        Assert.Equal(["a\0b: it contains a NUL character"], _declined);
        Assert.True(_outbox.IsEmpty);
    }

    [Fact]
    public void What_would_be_too_much_waits()
    {
        Keep("one", "two", "three");

        Assert.Equal("{\"say\":\"one\"}\n", Write(pace: new Pace(2, 10)));
        Assert.Equal("{\"say\":\"two\"}\n{\"say\":\"three\"}\n", Write(pace: new Pace(20, 10)));
    }

    [Fact]
    public void One_write_does_not_grow_without_bound()
    {
        Keep(new string('x', 60_000), new string('y', 60_000), "z");

        Assert.InRange(Write(100_000).Length, 120_000, 121_000);
        Assert.Equal("{\"say\":\"z\"}\n", Write());
    }

    [Fact]
    public void Only_the_first_that_was_sent_is_answered()
    {
        Assert.True(_outbox.TryKeep(new Line(new ClientMessage.List(), "/ls")));
        Keep("one");
        Write();

        Assert.Null(Echo());
        Assert.Equal("/ls", _outbox.TakeAnswered(new RoomEvent.MembersShown([]), Said.Mine)?.Text);
        Assert.Equal("one", Echo()?.Text);
    }
}
