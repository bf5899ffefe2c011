using System.Net;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class TcpConnectSpecs : TcpSpec
{
    [Fact]
    public void Connecting_tells_both_addresses()
    {
        var listener = ListenAsPeer();

        Sys.Tcp().Tell(new Tcp.Connect(listener.LocalEndPoint!));

        var connected = ExpectMsg<Tcp.Connected>();
        var peer = AcceptAsPeer(listener);
        Assert.Equal(listener.LocalEndPoint, connected.RemoteAddress.Unmapped());
        Assert.Equal(peer.RemoteEndPoint, connected.LocalAddress.Unmapped());
    }

    [Fact]
    public void The_sender_of_Connected_is_the_connection()
    {
        var listener = ListenAsPeer();
        Sys.Tcp().Tell(new Tcp.Connect(listener.LocalEndPoint!));
        ExpectMsg<Tcp.Connected>();
        var peer = AcceptAsPeer(listener);

        var connection = LastSender;
        connection.Tell(new Tcp.Register(TestActor));
        connection.Tell(Tcp.Write.Create(ByteString.FromString("hello")));
        Assert.Equal("hello", peer.ReceiveText(5));

        peer.SendText("world");
        Assert.Equal("world", ExpectMsg<Tcp.Received>().Data.ToString());
        Assert.Equal(connection, LastSender);
    }

    [Fact]
    public void Where_nobody_listens_connecting_fails()
    {
        var closed = ListenAsPeer();
        var address = closed.LocalEndPoint!;
        closed.Dispose();
        var command = new Tcp.Connect(address);

        Sys.Tcp().Tell(command);

        Assert.Same(command, ExpectMsg<Tcp.CommandFailed>().Cmd);
    }

    [Fact]
    public void A_host_name_is_looked_up()
    {
        var listener = ListenAsPeer();

        Sys.Tcp().Tell(new Tcp.Connect(new DnsEndPoint("localhost", ((IPEndPoint)listener.LocalEndPoint!).Port)));

        ExpectMsg<Tcp.Connected>();
    }

    [Fact]
    public void Two_actors_of_one_system_can_talk()
    {
        var listening = Listen();

        Sys.Tcp().Tell(new Tcp.Connect(listening.Address));
        ExpectMsg<Tcp.Connected>();
        LastSender.Tell(new Tcp.Register(TestActor));
        listening.Handler.ExpectMsg<Tcp.Connected>();
        listening.Handler.Reply(new Tcp.Register(listening.Handler.Ref));
        LastSender.Tell(Tcp.Write.Create(ByteString.FromString("hello")));

        listening.Handler.ExpectReceived("hello");
        listening.Handler.Reply(Tcp.Write.Create(ByteString.FromString("world")));
        Assert.Equal("world", ExpectMsg<Tcp.Received>().Data.ToString());
    }
}
