using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Tests.Rooms;

public sealed class BatchSpecs
{
    private static Batch BatchOf(int events) =>
        new([.. Enumerable.Range(0, events).Select(i => new RoomEvent.NoticeShown($"notice {i}"))]);

    [Fact]
    public void A_batch_is_encoded_once_per_dialect()
    {
        var (batch, encoder) = (BatchOf(2), new CountingEncoder());

        var first = batch.EncodeFor(encoder);

        Assert.Same(first, batch.EncodeFor(encoder));
        Assert.Same(first.Frames[1], batch.EncodeFor(encoder).Frames[1]);
        Assert.Equal(1, encoder.Count);
    }

    [Fact]
    public void A_batch_is_encoded_once_even_under_contention()
    {
        const int askers = 8;
        CountingEncoder[] encoders = [new(), new(), new()];
        for (var round = 0; round < 100; round++)
        {
            var batch = BatchOf(1);
            using var start = new Barrier(askers);
            var answers = new EncodedBroadcast[askers][];
            var threads = Enumerable.Range(0, askers).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                answers[i] = [.. encoders.Select(batch.EncodeFor)];
            })).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();

            Assert.All(encoders, encoder => Assert.Equal(round + 1, encoder.Count));
            Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        }
    }

    [Fact]
    public void Each_dialect_has_its_own_bytes()
    {
        var batch = BatchOf(1);

        Assert.Equal(
            batch.EncodeFor(JsonEncoder.Raw).Frames[0].Append((byte)'\n'),
            batch.EncodeFor(JsonEncoder.Line).Frames[0]);
        Assert.Same(JsonEncoder.Raw, batch.EncodeFor(JsonEncoder.Raw).Encoder);
    }

    [Fact]
    public void A_batch_of_one_frame_has_a_shared_write()
    {
        var encoded = BatchOf(1).EncodeFor(new CountingEncoder());

        Assert.Equal(encoded.Frames[0], encoded.Write!.Data.ToArray());
        Assert.Same(WriteAck.Instance, encoded.Write.Ack);
    }

    [Fact]
    public void Frames_that_must_arrive_alone_have_no_shared_write_unless_there_is_only_one()
    {
        var encoder = new CountingEncoder(alone: true);

        Assert.Null(BatchOf(2).EncodeFor(encoder).Write);
        Assert.IsType<Tcp.Write>(BatchOf(1).EncodeFor(encoder).Write);
    }

    [Fact]
    public void A_batch_without_events_for_a_dialect_has_no_frames()
    {
        var encoded = new Batch([new RoomEvent.Pinged(1)]).EncodeFor(JsonEncoder.Line);

        Assert.Empty(encoded.Frames);
        Assert.Null(encoded.Write);
    }
}
