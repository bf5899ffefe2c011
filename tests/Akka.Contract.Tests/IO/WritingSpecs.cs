using System.Text;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>Each write is acknowledged to who wrote it, in order, when the send of its last byte returned.</summary>
public sealed class WritingSpecs : TcpSpec
{
    [Fact]
    public void A_write_is_acknowledged_to_who_wrote_with_the_very_event_it_was_given()
    {
        var accepted = Accept();
        var writer = CreateTestProbe();
        var ack = new Written(1);

        writer.Send(accepted.Connection, Tcp.Write.Create(ByteString.FromString("hello"), ack));

        Assert.Same(ack, writer.ExpectMsg<Written>());
        Assert.Equal(accepted.Connection, writer.LastSender);
        Assert.Equal("hello", accepted.Peer.ReceiveText(5));
        ExpectSilence(accepted.Handler);
    }

    [Fact]
    public void An_acknowledgement_does_not_say_that_the_peer_has_read()
    {
        var accepted = Accept();

        accepted.Write("hello", 1);

        accepted.ExpectWritten(1);
        AwaitAssert(() => Assert.Equal(5, accepted.Peer.Available));
    }

    [Fact]
    public void A_write_is_not_acknowledged_while_its_last_bytes_wait_for_the_peer()
    {
        var accepted = AcceptStuck();

        accepted.Handler.ExpectNoMsg(Moment);

        accepted.Peer.Receive(Plenty);
        accepted.ExpectWritten(0);
    }

    [Fact]
    public void Reading_goes_on_while_a_write_waits_for_the_peer()
    {
        var accepted = AcceptStuck();

        accepted.Peer.SendText("hello");

        accepted.Handler.ExpectReceived("hello");
    }

    [Fact]
    public void Writes_arrive_and_are_acknowledged_in_order()
    {
        var accepted = Accept();
        var expected = new StringBuilder();

        for (var i = 0; i < 1_000; i++)
        {
            expected.Append($"line {i}\n");
            accepted.Write($"line {i}\n", i);
        }

        Assert.Equal(expected.ToString(), accepted.Peer.ReceiveText(expected.Length));
        for (var i = 0; i < 1_000; i++)
            accepted.ExpectWritten(i);
    }
}
