using System.Text;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class OutboxSpecs
{
    private readonly Outbox _outbox = new(capacity: 3);
    private readonly List<string> _declined = [];

    private static OutgoingRequest Request(string text) => new(text);

    private string Write(int maxLineBytes = 1000, RateLimit? limit = null) =>
        Encoding.UTF8.GetString(
            _outbox.DequeueBytes(
                maxLineBytes, new Pacing(limit), (request, reason) => _declined.Add($"{request.Text}: {reason}")));

    /// <summary>Dequeues the request that the client's own message answers.</summary>
    private OutgoingRequest? Echo() => _outbox.DequeueAnswered(Event.By(Event.Mine, "any"), Event.Mine);

    private void Enqueue(params string[] texts)
    {
        foreach (var text in texts) Assert.True(_outbox.TryEnqueue(Request(text)));
    }

    [Fact]
    public void Waiting_requests_are_written_together_and_in_order()
    {
        Enqueue("one", "zwei");

        Assert.Equal("{\"say\":\"one\"}\n{\"say\":\"zwei\"}\n", Write());
        Assert.Equal("", Write());
    }

    [Fact]
    public void Requests_are_answered_in_the_order_they_were_sent()
    {
        Enqueue("one", "two");
        Write();

        Assert.Equal(Request("one"), Echo());
        Assert.Equal(Request("two"), Echo());
        Assert.Null(Echo());
        Assert.True(_outbox.IsEmpty);
    }

    [Fact]
    public void Sent_requests_are_unacknowledged_and_unsent_ones_wait()
    {
        Enqueue("one", "two");
        Write();
        Echo();
        Enqueue("three");

        Assert.Equal([Request("two")], _outbox.DequeueUnacknowledged());
        Assert.False(_outbox.HasSent);
        Assert.Equal("{\"say\":\"three\"}\n", Write());
    }

    [Fact]
    public void Unsent_requests_can_be_dequeued()
    {
        Enqueue("one");

        Assert.Equal([Request("one")], _outbox.DequeueUnsent().Unsent);
        Assert.True(_outbox.IsEmpty);
    }

    [Fact]
    public void The_number_of_requests_is_limited()
    {
        Enqueue("one", "two");
        Write();
        Enqueue("three");

        Assert.False(_outbox.TryEnqueue(Request("four")));
        Echo();
        Enqueue("four");
    }

    [Fact]
    public void A_line_of_maximum_length_is_sent_and_a_longer_one_declined()
    {
        Enqueue("1234", "12345", "1");

        Assert.Equal("{\"say\":\"1234\"}\n{\"say\":\"1\"}\n", Write(maxLineBytes: "{\"say\":\"1234\"}".Length));
        Assert.Equal(["12345: a line can have at most 14 bytes in this room"], _declined);
    }

    [Fact]
    public void A_line_with_a_NUL_character_is_declined()
    {
        Enqueue("a\0b");

        Assert.Equal("", Write());
        Assert.Equal(["a\0b: it contains a NUL character"], _declined);
        Assert.True(_outbox.IsEmpty);
    }

    [Fact]
    public void Requests_above_the_rate_limit_wait()
    {
        Enqueue("one", "two", "three");

        Assert.Equal("{\"say\":\"one\"}\n", Write(limit: new RateLimit(2, 10)));
        Assert.Equal("{\"say\":\"two\"}\n{\"say\":\"three\"}\n", Write(limit: new RateLimit(20, 10)));
    }

    [Fact]
    public void The_size_of_one_write_is_limited()
    {
        Enqueue(new string('x', 60_000), new string('y', 60_000), "z");

        Assert.InRange(Write(100_000).Length, 120_000, 121_000);
        Assert.Equal("{\"say\":\"z\"}\n", Write());
    }

    [Fact]
    public void Only_the_first_sent_request_is_answered()
    {
        Assert.True(_outbox.TryEnqueue(new OutgoingRequest(new ClientMessage.List(), "/ls")));
        Enqueue("one");
        Write();

        Assert.Null(Echo());
        Assert.Equal("/ls", _outbox.DequeueAnswered(new RoomEvent.MembersShown([]), Event.Mine)?.Text);
        Assert.Equal("one", Echo()?.Text);
    }
}
