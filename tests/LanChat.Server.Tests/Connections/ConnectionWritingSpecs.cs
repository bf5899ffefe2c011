using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionWritingSpecs : ConnectionSpec
{
    private static string Lines(params Batch[] batches) =>
        string.Concat(
            batches.SelectMany(batch => batch.EncodeFor(JsonEncoder.Line).Frames)
                .Select(System.Text.Encoding.UTF8.GetString));

    [Fact]
    public void A_batch_is_sent_as_its_shared_write()
    {
        EnterInLineMode();

        var batch = Publish("hello");

        Assert.Same(batch.EncodeFor(JsonEncoder.Line).Write, Socket.ExpectMsg<Tcp.Write>());
    }

    [Fact]
    public void One_write_is_pending_and_its_acknowledgement_sends_the_whole_queue()
    {
        EnterInLineMode();
        var first = Publish("one");
        Assert.Equal(Lines(first), ExpectWrite(written: false));
        var waiting = new[] { Publish("two"), Publish("three"), Publish("four", "five") };
        ExpectSilence();

        Acknowledge();

        Assert.Equal(Lines(waiting), ExpectWrite(written: false));
        ExpectSilence();
    }

    [Fact]
    public void With_an_empty_queue_the_next_batch_is_written_at_once()
    {
        EnterInLineMode();
        Publish("one");
        ExpectWrite();
        ExpectSilence();

        Assert.Equal(Lines(Publish("two")), ExpectWrite());
    }

    [Fact]
    public void The_order_is_kept_whenever_writes_are_acknowledged()
    {
        EnterInLineMode();
        var batches = new List<Batch>();
        var read = "";
        var writes = 0;
        for (var i = 0; i < 100; i++)
        {
            batches.Add(Publish($"{i}"));
            if (i % 7 != 0) continue;
            read += ExpectWrite();
            writes++;
        }

        while (read.Length < Lines([.. batches]).Length)
        {
            read += ExpectWrite();
            writes++;
        }

        Assert.Equal(Lines([.. batches]), read);
        Assert.InRange(writes, 15, 32);
    }

    [Fact]
    public void A_client_whose_queue_overflows_is_disconnected_and_its_queue_dropped()
    {
        EnterInLineMode("limits.waiting=1KiB");
        Publish("under way");
        ExpectWrite(written: false);
        Publish(new string('x', 800));

        Publish(new string('y', 800));

        Room.ExpectMsg<Server.Rooms.RoomProtocol.Leave>();
        ExpectSilence();
        Acknowledge();
        var sent = ExpectWrite();
        Assert.Contains(Refusal.TooSlow.Text, sent);
        Assert.DoesNotContain("xxx", sent);
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void One_batch_may_be_larger_than_the_queue()
    {
        EnterInLineMode("limits.waiting=1KiB");
        Publish("under way");
        ExpectWrite(written: false);

        var batch = Publish(new string('x', 5000));
        Acknowledge();

        Assert.Equal(Lines(batch), ExpectWrite());
        ExpectSilence();
    }

    [Fact]
    public void Without_a_bound_everything_is_queued()
    {
        EnterInLineMode("limits.waiting=0");
        Publish("under way");
        ExpectWrite(written: false);

        var batches = Enumerable.Range(0, 100).Select(_ => Publish(new string('x', 10_000))).ToArray();
        Acknowledge();

        Assert.Equal(Lines(batches), ExpectWrite());
    }

    [Fact]
    public void Events_unknown_to_a_dialect_are_not_written()
    {
        EnterInLineMode();

        Reply(new Batch([new RoomEvent.Pinged(1)]));

        ExpectSilence();
    }
}
