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
    public void A_turn_is_written_with_the_write_that_all_share()
    {
        EnterInLineMode();

        var batch = Say("hello");

        Assert.Same(batch.EncodeFor(JsonEncoder.Line).Write, Socket.ExpectMsg<Tcp.Write>());
    }

    [Fact]
    public void One_write_is_under_way_and_its_acknowledgement_sends_all_that_waits_as_one()
    {
        EnterInLineMode();
        var first = Say("one");
        Assert.Equal(Lines(first), ExpectWrite(written: false));
        var waiting = new[] { Say("two"), Say("three"), Say("four", "five") };
        ExpectSilence();

        Acknowledge();

        Assert.Equal(Lines(waiting), ExpectWrite(written: false));
        ExpectSilence();
    }

    [Fact]
    public void When_nothing_waits_an_acknowledgement_sends_nothing_and_the_next_turn_goes_at_once()
    {
        EnterInLineMode();
        Say("one");
        ExpectWrite();
        ExpectSilence();

        Assert.Equal(Lines(Say("two")), ExpectWrite());
    }

    [Fact]
    public void The_order_is_kept_however_reading_and_talking_alternate()
    {
        EnterInLineMode();
        var batches = new List<Batch>();
        var read = "";
        var writes = 0;
        for (var i = 0; i < 100; i++)
        {
            batches.Add(Say($"{i}"));
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
    public void Who_reads_too_slowly_is_told_so_and_closed_and_what_waited_is_dropped()
    {
        EnterInLineMode("limits.waiting=1KiB");
        Say("under way");
        ExpectWrite(written: false);
        Say(new string('x', 800));

        Say(new string('y', 800));

        Room.ExpectMsg<Server.Rooms.RoomProtocol.Leave>();
        ExpectSilence();
        Acknowledge();
        var told = ExpectWrite();
        Assert.Contains(Refusal.TooSlow.Text, told);
        Assert.DoesNotContain("xxx", told);
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void One_turn_may_be_longer_than_what_may_wait()
    {
        EnterInLineMode("limits.waiting=1KiB");
        Say("under way");
        ExpectWrite(written: false);

        var batch = Say(new string('x', 5000));
        Acknowledge();

        Assert.Equal(Lines(batch), ExpectWrite());
        ExpectSilence();
    }

    [Fact]
    public void Without_a_bound_everything_waits()
    {
        EnterInLineMode("limits.waiting=0");
        Say("under way");
        ExpectWrite(written: false);

        var batches = Enumerable.Range(0, 100).Select(_ => Say(new string('x', 10_000))).ToArray();
        Acknowledge();

        Assert.Equal(Lines(batches), ExpectWrite());
    }

    [Fact]
    public void What_a_dialect_has_no_words_for_is_not_written()
    {
        EnterInLineMode();

        Answer(new Batch([new RoomEvent.Pinged(1)]));

        ExpectSilence();
    }
}
