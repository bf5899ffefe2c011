using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// The connecting actor gets Connected from the connection, or CommandFailed in time. The
/// connection ends with its handler only if that is another actor.
/// </summary>
public sealed class ConnectingSpecs() : TcpSpec("akka.io.tcp.register-timeout = 200ms")
{
    private sealed class Observing(IActorRef observer) : Inet.SocketOption
    {
        public override void BeforeConnect(Socket s) => observer.Tell("before connect");

        public override void AfterConnect(Socket s) => observer.Tell(s.Connected);
    }

    [Fact]
    public void Connected_comes_from_the_connection_with_IPv4_addresses_mapped_to_IPv6()
    {
        var listener = ListenAsPeer();
        Sys.Tcp().Tell(new Tcp.Connect(listener.LocalEndPoint!));
        var connected = ExpectMsg<Tcp.Connected>();
        var connection = LastSender;
        connection.Tell(new Tcp.Register(TestActor));
        var peer = AcceptAsPeer(listener);
        Assert.Equal(listener.LocalEndPoint, connected.RemoteAddress.Unmapped());
        Assert.True(((IPEndPoint)connected.RemoteAddress).Address.IsIPv4MappedToIPv6);
        Assert.Equal(peer.RemoteEndPoint, connected.LocalAddress.Unmapped());

        connection.Tell(Tcp.Write.Create(ByteString.FromString("hello")));
        Assert.Equal("hello", peer.ReceiveText(5));

        peer.SendText("world");
        Assert.Equal("world", ExpectMsg<Tcp.Received>().Data.ToString());
        Assert.Equal(connection, LastSender);
    }

    [Fact]
    public void A_refused_connection_fails_without_naming_the_reason()
    {
        var closed = ListenAsPeer();
        var command = new Tcp.Connect(closed.LocalEndPoint!);
        closed.Dispose();

        Sys.Tcp().Tell(command);

        var failed = ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(command, failed.Cmd);
        Assert.IsType<ConnectException>(failed.Cause.Value);
        Assert.DoesNotContain("refused", failed.Cause.Value.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_connection_that_is_not_answered_fails_after_the_timeout()
    {
        // One connection that is not accepted fills the backlog; the system answers no other.
        var busy = ListenAsPeer(backlog: 0);
        Connect(busy.LocalEndPoint!);
        Assert.True(busy.Poll(Timeout, SelectMode.SelectRead));

        Sys.Tcp().Tell(new Tcp.Connect(busy.LocalEndPoint!, timeout: TimeSpan.FromMilliseconds(200)));

        Assert.Contains("200", Assert.IsType<ConnectException>(ExpectMsg<Tcp.CommandFailed>().Cause.Value).Message);
    }

    [Fact]
    public void Options_are_applied_before_and_after_connecting()
    {
        var probe = CreateTestProbe();

        probe.Send(Sys.Tcp(), new Tcp.Connect(ListenAsPeer().LocalEndPoint!, options: [new Observing(TestActor)]));

        ExpectMsg("before connect");
        ExpectMsg(true);
        probe.ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public void In_pull_mode_nothing_is_read_before_ResumeReading()
    {
        var listener = ListenAsPeer();
        Sys.Tcp().Tell(new Tcp.Connect(listener.LocalEndPoint!, pullMode: true));
        ExpectMsg<Tcp.Connected>();
        var handler = CreateTestProbe();
        var made = new Accepted(LastSender, handler, AcceptAsPeer(listener));
        made.Tell(new Tcp.Register(handler.Ref));

        made.Peer.SendText("hello");
        made.Write(".", 1);
        made.ExpectWritten(1);

        made.Tell(Tcp.ResumeReading.Instance);
        handler.ExpectReceived("hello");
    }

    [Fact]
    public void A_connection_without_Register_is_reset_after_the_timeout()
    {
        var listener = ListenAsPeer();
        Sys.Tcp().Tell(new Tcp.Connect(listener.LocalEndPoint!));

        var peer = AcceptAsPeer(listener);

        Assert.True(peer.IsReset());
    }

    [Fact]
    public void The_death_of_a_handler_that_connected_itself_is_not_noticed()
    {
        var listener = ListenAsPeer();
        var handler = CreateTestProbe();
        handler.Send(Sys.Tcp(), new Tcp.Connect(listener.LocalEndPoint!));
        handler.ExpectMsg<Tcp.Connected>();
        var connection = handler.LastSender;
        handler.Send(connection, new Tcp.Register(handler.Ref));
        var peer = AcceptAsPeer(listener);
        Watch(handler.Ref);
        Settle(connection);

        Sys.Stop(handler.Ref);
        ExpectTerminated(handler.Ref);

        for (var number = 0; number < 100; number++)
        {
            connection.Tell(Tcp.Write.Create(ByteString.FromString("!"), new Written(number)));
            Assert.Equal(number, ExpectMsg<Written>().Number);
        }
        Assert.Equal(new string('!', 100), peer.ReceiveText(100));
    }

    [Fact]
    public void The_death_of_any_other_handler_resets_the_connection()
    {
        var listener = ListenAsPeer();
        var handler = CreateTestProbe();
        Sys.Tcp().Tell(new Tcp.Connect(listener.LocalEndPoint!));
        ExpectMsg<Tcp.Connected>();
        handler.Send(LastSender, new Tcp.Register(handler.Ref));
        var peer = AcceptAsPeer(listener);
        Settle(LastSender);

        Sys.Stop(handler.Ref);

        Assert.True(peer.IsReset());
    }
}
