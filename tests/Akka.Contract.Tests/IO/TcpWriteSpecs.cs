using System.Text;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpWriteSpecs : TcpSpec
{
    private sealed class Written(int number) : Tcp.Event
    {
        public int Number => number;
    }

    [Fact]
    public void What_is_written_arrives()
    {
        var accepted = Accept();

        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("hello")));

        Assert.Equal("hello", accepted.Peer.ReceiveText(5));
    }

    [Fact]
    public void A_write_is_acknowledged_with_the_very_event_it_was_given()
    {
        var accepted = Accept();
        var ack = new Written(1);

        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("hello"), ack));

        Assert.Same(ack, accepted.Handler.ExpectMsg<Written>());
        Assert.Equal(accepted.Connection, accepted.Handler.LastSender);
    }

    [Fact]
    public void The_acknowledgement_goes_to_who_wrote()
    {
        var accepted = Accept();
        var writer = CreateTestProbe();

        writer.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("hello"), new Written(1)));

        writer.ExpectMsg<Written>();
    }

    [Fact]
    public void Writes_arrive_and_are_acknowledged_in_order()
    {
        var accepted = Accept();
        var expected = new StringBuilder();

        for (var i = 0; i < 1_000; i++)
        {
            expected.Append($"line {i}\n");
            accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString($"line {i}\n"), new Written(i)));
        }

        for (var i = 0; i < 1_000; i++)
            Assert.Equal(i, accepted.Handler.ExpectMsg<Written>().Number);
        Assert.Equal(expected.ToString(), accepted.Peer.ReceiveText(expected.Length));
    }

    [Fact]
    public void A_write_without_an_acknowledgement_tells_nothing()
    {
        var accepted = Accept();

        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("hello ")));
        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("world"), new Written(2)));

        Assert.Equal(2, accepted.Handler.ExpectMsg<Written>().Number);
        Assert.Equal("hello world", accepted.Peer.ReceiveText(11));
    }

    [Fact]
    public void A_byte_string_of_many_parts_arrives_as_one()
    {
        var accepted = Accept();
        var parts = Enumerable.Range(0, 200).Select(i => new ArraySegment<byte>(Encoding.UTF8.GetBytes($"part {i} "), 0, 5)).ToList();

        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromBytes(parts), new Written(1)));

        accepted.Handler.ExpectMsg<Written>();
        Assert.Equal(string.Concat(Enumerable.Repeat("part ", 200)), accepted.Peer.ReceiveText(1_000));
    }

    [Fact]
    public void A_slice_writes_only_its_own_bytes()
    {
        var accepted = Accept();

        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("hello world").Slice(6), new Written(1)));
        accepted.Handler.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("!"), new Written(2)));

        Assert.Equal("world!", accepted.Peer.ReceiveText(6));
    }
}
