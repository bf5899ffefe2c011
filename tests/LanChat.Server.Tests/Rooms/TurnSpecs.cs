using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Tests.Rooms;

public sealed class TurnSpecs
{
    private static Turn TurnOf(int events) =>
        new([.. Enumerable.Range(0, events).Select(i => new RoomEvent.NoticeShown($"notice {i}"))]);

    [Fact]
    public void A_turn_is_encoded_once_for_all_who_speak_a_dialect()
    {
        var (turn, encoder) = (TurnOf(2), new CountingEncoder());

        var first = turn.For(encoder);

        Assert.Same(first, turn.For(encoder));
        Assert.Same(first.Frames[1], turn.For(encoder).Frames[1]);
        Assert.Equal(1, encoder.Count);
    }

    [Fact]
    public void A_turn_is_encoded_once_even_when_all_ask_at_the_same_time()
    {
        const int askers = 8;
        CountingEncoder[] encoders = [new(), new(), new()];
        for (var round = 0; round < 100; round++)
        {
            var turn = TurnOf(1);
            using var start = new Barrier(askers);
            var answers = new EncodedTurn[askers][];
            var threads = Enumerable.Range(0, askers).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                answers[i] = [.. encoders.Select(turn.For)];
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
        var turn = TurnOf(1);

        Assert.Equal(turn.For(JsonEncoder.Raw).Frames[0].Append((byte)'\n'), turn.For(JsonEncoder.Line).Frames[0]);
        Assert.Same(JsonEncoder.Raw, turn.For(JsonEncoder.Raw).Encoder);
    }

    [Fact]
    public void A_turn_of_one_frame_has_a_write_that_all_share()
    {
        var encoded = TurnOf(1).For(new CountingEncoder());

        Assert.Equal(encoded.Frames[0], encoded.Write!.Data.ToArray());
        Assert.Same(Written.Instance, encoded.Write.Ack);
    }

    [Fact]
    public void Frames_that_must_arrive_alone_have_no_shared_write_unless_there_is_only_one()
    {
        var encoder = new CountingEncoder(alone: true);

        Assert.Null(TurnOf(2).For(encoder).Write);
        Assert.IsType<Tcp.Write>(TurnOf(1).For(encoder).Write);
    }

    [Fact]
    public void A_turn_that_a_dialect_has_no_words_for_is_no_frame()
    {
        var encoded = new Turn([new RoomEvent.Pinged(1)]).For(JsonEncoder.Line);

        Assert.Empty(encoded.Frames);
        Assert.Null(encoded.Write);
    }
}
