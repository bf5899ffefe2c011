using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Server.Broadcasts;
using LanChat.Server.Connections;
using LanChat.Server.Tests.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class OutboxSpecs : Spec
{
    private readonly TestProbe _socket;
    private readonly Outbox _outbox;

    public OutboxSpecs()
    {
        _socket = CreateTestProbe();
        _outbox = new Outbox(_socket.Ref, 10);
    }

    private static EncodedTurn TurnOf(int frames) =>
        new Turn([.. Enumerable.Repeat(new RoomEvent.Pinged(0), frames)]).For(new CountingEncoder());

    private void ExpectWritten(int bytes)
    {
        var write = _socket.ExpectMsg<Tcp.Write>();
        Assert.Equal(bytes, write.Data.Count);
        Assert.Same(Written.Instance, write.Ack);
    }

    private void ExpectNothing()
    {
        _socket.Ref.Tell("nothing", ActorRefs.NoSender);
        _socket.ExpectMsg("nothing");
    }

    [Fact]
    public void The_first_frames_are_written_at_once_and_the_next_wait()
    {
        Assert.False(_outbox.IsBusy);

        Assert.True(_outbox.TrySend([[1, 2]], alone: false));
        Assert.True(_outbox.TrySend([[3]], alone: false));

        Assert.True(_outbox.IsBusy);
        ExpectWritten(bytes: 2);
        ExpectNothing();
    }

    [Fact]
    public void What_waits_is_written_when_the_last_write_is_out()
    {
        _outbox.TrySend([[1]], alone: false);
        _outbox.TrySend([[2], [3]], alone: false);
        _outbox.TrySend(TurnOf(1));
        ExpectWritten(bytes: 1);

        Assert.True(_outbox.WriteNext(alone: false));

        ExpectWritten(bytes: 3);
        Assert.False(_outbox.WriteNext(alone: false));
        Assert.False(_outbox.IsBusy);
        ExpectNothing();
    }

    [Fact]
    public void Frames_that_must_arrive_alone_are_written_one_by_one()
    {
        _outbox.TrySend([[1], [2, 2]], alone: true);

        ExpectWritten(bytes: 1);
        ExpectNothing();
        Assert.True(_outbox.WriteNext(alone: true));
        ExpectWritten(bytes: 2);
    }

    [Fact]
    public void A_turn_is_written_by_its_own_write_when_nothing_waits()
    {
        var turn = TurnOf(1);

        _outbox.TrySend(turn);

        Assert.Same(turn.Write, _socket.ExpectMsg<Tcp.Write>());
        Assert.True(_outbox.IsBusy);
    }

    [Fact]
    public void A_turn_of_several_frames_is_gathered()
    {
        _outbox.TrySend(TurnOf(3));

        ExpectWritten(bytes: 3);
    }

    [Fact]
    public void No_frames_are_no_write()
    {
        Assert.True(_outbox.TrySend([], alone: false));
        Assert.True(_outbox.TrySend(TurnOf(0)));

        Assert.False(_outbox.IsBusy);
        ExpectNothing();
    }

    [Fact]
    public void Only_what_waits_is_bounded()
    {
        Assert.True(_outbox.TrySend([new byte[100]], alone: false));
        Assert.True(_outbox.TrySend([new byte[10]], alone: false));

        Assert.False(_outbox.TrySend([new byte[1]], alone: false));
        Assert.False(_outbox.TrySend(TurnOf(1)));

        Assert.True(_outbox.IsCrowded);
        _outbox.Clear();
        Assert.False(_outbox.IsCrowded);
        Assert.True(_outbox.TrySend([new byte[1]], alone: false));
        _outbox.WriteNext(alone: false);
        ExpectWritten(bytes: 100);
        ExpectWritten(bytes: 1);
    }
}
