using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class OutgoingQueueSpecs
{
    private static byte[][] Frames(params int[] sizes) =>
        [.. sizes.Select((size, i) => Enumerable.Repeat((byte)i, size).ToArray())];

    [Fact]
    public void Frames_are_dequeued_in_order()
    {
        var queue = new OutgoingQueue(1000);
        queue.TryEnqueue([[1], [2]]);
        queue.TryEnqueue([[3]]);

        Assert.Equal([1], queue.Dequeue(alone: true).ToArray());
        Assert.Equal([2], queue.Dequeue(alone: true).ToArray());
        Assert.Equal([3], queue.Dequeue(alone: true).ToArray());
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void One_dequeue_gathers_all_frames_without_copying()
    {
        var queue = new OutgoingQueue(1000);
        byte[][] frames = [[1, 2], [3], [4, 5, 6]];
        queue.TryEnqueue(frames);

        var gathered = queue.Dequeue(alone: false);
        frames[1][0] = 9;

        Assert.Equal([1, 2, 9, 4, 5, 6], gathered.ToArray());
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void A_single_frame_is_dequeued_without_copying()
    {
        var queue = new OutgoingQueue(1000);
        byte[] frame = [1];
        queue.TryEnqueue([frame]);

        var taken = queue.Dequeue(alone: false);
        frame[0] = 9;

        Assert.Equal([9], taken.ToArray());
    }

    [Fact]
    public void One_dequeue_gathers_at_most_as_many_frames_as_one_system_call()
    {
        var queue = new OutgoingQueue(0);
        queue.TryEnqueue(Frames([.. Enumerable.Repeat(1, 1300)]));

        Assert.Equal(
            [512, 512, 276],
            new[] { queue.Dequeue(false).Count, queue.Dequeue(false).Count, queue.Dequeue(false).Count });
        Assert.True(queue.IsEmpty);
    }

    [Fact]
    public void The_queued_bytes_are_counted()
    {
        var queue = new OutgoingQueue(1000);
        queue.TryEnqueue(Frames(10, 20));
        Assert.Equal(30, queue.Waiting);

        queue.Dequeue(alone: true);
        Assert.Equal(20, queue.Waiting);

        queue.Dequeue(alone: true);
        Assert.Equal(0, queue.Waiting);
    }

    [Fact]
    public void Frames_beyond_the_bound_are_not_enqueued_and_the_queue_stays()
    {
        var queue = new OutgoingQueue(100);
        Assert.True(queue.TryEnqueue(Frames(60)));
        Assert.True(queue.TryEnqueue(Frames(40)));

        Assert.False(queue.TryEnqueue(Frames(1)));

        Assert.Equal(100, queue.Waiting);
        Assert.Equal(100, queue.Dequeue(alone: false).Count);
        Assert.True(queue.TryEnqueue(Frames(1)));
    }

    [Fact]
    public void A_batch_is_enqueued_completely_or_not_at_all()
    {
        var queue = new OutgoingQueue(100);
        queue.TryEnqueue(Frames(60));

        Assert.False(queue.TryEnqueue(Frames(10, 10, 30)));

        Assert.Equal(60, queue.Waiting);
    }

    [Fact]
    public void An_empty_queue_accepts_any_batch()
    {
        var queue = new OutgoingQueue(100);

        Assert.True(queue.TryEnqueue(Frames(5000)));
        Assert.False(queue.TryEnqueue(Frames(1)));
    }

    [Fact]
    public void Without_a_bound_everything_is_enqueued()
    {
        var queue = new OutgoingQueue(0);

        for (var i = 0; i < 100; i++) Assert.True(queue.TryEnqueue(Frames(1_000_000)));

        Assert.Equal(100_000_000, queue.Waiting);
    }

    [Fact]
    public void A_cleared_queue_is_empty()
    {
        var queue = new OutgoingQueue(100);
        queue.TryEnqueue(Frames(90));

        queue.Clear();

        Assert.True(queue.IsEmpty);
        Assert.Equal(0, queue.Waiting);
        Assert.True(queue.TryEnqueue(Frames(90)));
    }
}
