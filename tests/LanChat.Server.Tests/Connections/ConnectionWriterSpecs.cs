using System.Diagnostics.CodeAnalysis;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Broadcasts;
using LanChat.Server.Connections;
using LanChat.Server.Tests.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionWriterSpecs : Spec
{
    /// <summary>A conversation with an encoder and no input.</summary>
    private sealed class EncodingOnly(IEncoder encoder) : IConversation
    {
        public IEncoder Encoder => encoder;

        public TimeSpan? Patience => null;

        public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message)
        {
            message = null;
            return false;
        }

        public ClientMessage? Quiet() => null;

        public ClientMessage? End() => null;
    }

    private static readonly Member Ada = new("ada", new PeerAddress("192.168.38.203", 51_937));

    private readonly CountingEncoder _encoder = new();
    private readonly TestProbe _socket;
    private readonly ConnectionWriter _writer;

    public ConnectionWriterSpecs()
    {
        _socket = CreateTestProbe();
        _writer = Writer(_encoder);
    }

    private ConnectionWriter Writer(IEncoder encoder) => new(_socket.Ref, new EncodingOnly(encoder), 10);

    private static Batch BatchOf(int frames) => new([.. Enumerable.Repeat(new RoomEvent.Pinged(0), frames)]);

    private void ExpectWritten(int bytes)
    {
        var write = _socket.ExpectMsg<Tcp.Write>();
        Assert.Equal(bytes, write.Data.Count);
        Assert.Same(WriteAck.Instance, write.Ack);
    }

    private void ExpectNothing()
    {
        _socket.Ref.Tell("nothing", ActorRefs.NoSender);
        _socket.ExpectMsg("nothing");
    }

    [Fact]
    public void The_first_frames_are_written_at_once_and_the_next_are_queued()
    {
        Assert.False(_writer.IsBusy);

        Assert.True(_writer.TryWrite([[1, 2]]));
        Assert.True(_writer.TryWrite([[3]]));

        Assert.True(_writer.IsBusy);
        ExpectWritten(bytes: 2);
        ExpectNothing();
    }

    [Fact]
    public void Queued_frames_are_written_after_the_acknowledgement()
    {
        _writer.TryWrite([[1]]);
        _writer.TryWrite([[2], [3]]);
        _writer.TryWrite(BatchOf(1), Ada);
        ExpectWritten(bytes: 1);

        Assert.True(_writer.WriteNext());

        ExpectWritten(bytes: 3);
        Assert.False(_writer.WriteNext());
        Assert.False(_writer.IsBusy);
        ExpectNothing();
    }

    [Fact]
    public void Frames_that_must_arrive_alone_are_written_one_by_one()
    {
        var writer = Writer(new CountingEncoder(alone: true));

        writer.TryWrite([[1], [2, 2]]);

        ExpectWritten(bytes: 1);
        ExpectNothing();
        Assert.True(writer.WriteNext());
        ExpectWritten(bytes: 2);
    }

    [Fact]
    public void A_batch_is_sent_as_its_shared_write_if_the_queue_is_empty()
    {
        var batch = BatchOf(1);

        _writer.TryWrite(batch, Ada);

        Assert.Same(batch.EncodeFor(_encoder).Write, _socket.ExpectMsg<Tcp.Write>());
        Assert.True(_writer.IsBusy);
    }

    [Fact]
    public void A_batch_of_several_frames_is_gathered()
    {
        _writer.TryWrite(BatchOf(3), Ada);

        ExpectWritten(bytes: 3);
    }

    [Fact]
    public void Without_frames_nothing_is_written()
    {
        Assert.True(_writer.TryWrite([]));
        Assert.True(_writer.TryWrite(BatchOf(0), Ada));

        Assert.False(_writer.IsBusy);
        ExpectNothing();
    }

    [Fact]
    public void Only_the_queue_is_bounded()
    {
        Assert.True(_writer.TryWrite([new byte[100]]));
        Assert.True(_writer.TryWrite([new byte[10]]));

        Assert.False(_writer.TryWrite([new byte[1]]));
        Assert.False(_writer.TryWrite(BatchOf(1), Ada));

        Assert.True(_writer.IsCrowded);
        _writer.Clear();
        Assert.False(_writer.IsCrowded);
        Assert.True(_writer.TryWrite([new byte[1]]));
        _writer.WriteNext();
        ExpectWritten(bytes: 100);
        ExpectWritten(bytes: 1);
    }
}
