using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// A listener accepts from Bind on; nothing starts or stops that. It is the parent of its
/// connections, which end with it; a watcher is told.
/// </summary>
public sealed class ListenerSpecs : TcpSpec
{
    private sealed class Observing(IActorRef observer) : Inet.SocketOption
    {
        public override void BeforeServerSocketBind(Socket ss) => observer.Tell("before bind");

        public override void AfterConnect(Socket s) => observer.Tell(s);
    }

    /// <summary>Accepts a peer whose handler is not the bind handler.</summary>
    private (Listening Listening, Accepted Accepted) ListenAndAccept()
    {
        var listening = Listen();
        var peer = Connect(listening.Address);
        var connection = listening.ExpectConnection();
        var handler = CreateTestProbe();
        handler.Send(connection, new Tcp.Register(handler.Ref));
        Settle(connection);
        return (listening, new Accepted(connection, handler, peer));
    }

    [Fact]
    public void Binding_to_port_0_takes_a_free_port_and_reports_it()
    {
        var listening = Listen();

        Assert.Equal(IPAddress.Loopback, listening.Address.Address);
        Assert.NotEqual(0, listening.Address.Port);
        Connect(listening.Address);
    }

    [Fact]
    public void Every_connection_is_an_actor_and_reports_both_addresses()
    {
        var listening = Listen();
        var connections = new HashSet<IActorRef> { listening.Listener };

        for (var i = 0; i < 3; i++)
        {
            var peer = Connect(listening.Address);
            var connected = listening.Handler.ExpectMsg<Tcp.Connected>();
            Assert.Equal(peer.LocalEndPoint, connected.RemoteAddress);
            Assert.Equal(listening.Address, connected.LocalAddress);
            Assert.True(connections.Add(listening.Handler.LastSender));
            Assert.Equal(listening.Listener.Path, listening.Handler.LastSender.Path.Parent);
        }
    }

    [Fact]
    public void A_port_in_use_cannot_be_bound()
    {
        var command = new Tcp.Bind(TestActor, Listen().Address);

        Sys.Tcp().Tell(command);

        var failed = ExpectMsg<Tcp.CommandFailed>();
        Assert.Same(command, failed.Cmd);
        var cause = Assert.IsType<SocketException>(failed.Cause.Value);
        Assert.Equal(SocketError.AddressAlreadyInUse, cause.SocketErrorCode);
    }

    [Fact]
    public void Options_are_applied_to_the_listener_and_every_connection()
    {
        var accepted = Accept(options: [new Observing(TestActor)]);

        ExpectMsg("before bind");
        Assert.Equal(accepted.Peer.LocalEndPoint, ExpectMsg<Socket>().RemoteEndPoint);
    }

    [Fact]
    public void Small_writes_are_not_delayed()
    {
        Accept(options: [new Observing(TestActor)]);

        ExpectMsg("before bind");
        Assert.True(ExpectMsg<Socket>().NoDelay);
    }

    [Fact]
    public void Unbind_stops_the_listener_and_replies_Unbound()
    {
        var listening = Listen();
        Watch(listening.Listener);

        listening.Listener.Tell(Tcp.Unbind.Instance);

        ExpectMsg<Tcp.Unbound>();
        ExpectTerminated(listening.Listener);
        Assert.Throws<SocketException>(() => Connect(listening.Address));
    }

    [Fact]
    public void Unbind_resets_accepted_connections()
    {
        var (listening, accepted) = ListenAndAccept();

        listening.Listener.Tell(Tcp.Unbind.Instance);

        ExpectMsg<Tcp.Unbound>();
        accepted.Handler.ExpectMsg<Tcp.Aborted>();
        Assert.True(accepted.Peer.IsReset());
    }

    [Fact]
    public void The_death_of_a_listener_is_reported_to_its_watchers_only()
    {
        var listening = Listen();
        var watcher = CreateTestProbe();
        watcher.Watch(listening.Listener);

        Sys.Stop(listening.Listener);

        watcher.ExpectTerminated(listening.Listener);
        ExpectSilence(listening.Handler);
        Assert.Throws<SocketException>(() => Connect(listening.Address));
    }

    [Fact]
    public void Connections_die_with_their_listener()
    {
        var (listening, accepted) = ListenAndAccept();
        Watch(accepted.Connection);

        Sys.Stop(listening.Listener);

        accepted.Handler.ExpectMsg<Tcp.Aborted>();
        ExpectTerminated(accepted.Connection);
        Assert.True(accepted.Peer.IsReset());
    }

    [Fact]
    public void A_listener_and_its_connections_die_with_the_bind_handler()
    {
        var (listening, accepted) = ListenAndAccept();
        Watch(listening.Listener);

        Sys.Stop(listening.Handler.Ref);

        ExpectTerminated(listening.Listener);
        accepted.Handler.ExpectMsg<Tcp.Aborted>();
        Assert.True(accepted.Peer.IsReset());
    }

    private TcpSettings OneAtATime => TcpSettings.Create(Sys) with { BatchAcceptLimit = 1 };

    private TcpSettings Registering(TimeSpan within) => OneAtATime with { RegisterTimeout = within };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Connections_are_accepted_without_ResumeAccepting(bool pullMode)
    {
        var listening = Listen(pullMode, settings: OneAtATime);

        for (var i = 0; i < 10; i++)
        {
            Connect(listening.Address);
            listening.ExpectConnection();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ResumeAccepting_changes_nothing(bool pullMode)
    {
        var listening = Listen(pullMode, settings: OneAtATime);

        listening.Handler.Send(listening.Listener, new Tcp.ResumeAccepting(0));
        listening.Handler.Send(listening.Listener, new Tcp.ResumeAccepting(5));

        Settle(listening.Listener);
        ExpectSilence(listening.Handler);
        Connect(listening.Address);
        listening.ExpectConnection();
    }

    [Fact]
    public void Two_accepts_per_processor_are_pending_by_default()
    {
        Assert.Equal(2 * Environment.ProcessorCount, TcpSettings.Create(Sys).BatchAcceptLimit);
    }

    [Fact]
    public void A_connection_without_Register_is_reset_after_the_timeout_silently()
    {
        var listening = Listen(settings: Registering(TimeSpan.FromMilliseconds(200)));

        var peer = Connect(listening.Address);

        Watch(listening.ExpectConnection());
        Assert.True(peer.IsReset());
        ExpectMsg<Terminated>();
        ExpectSilence(listening.Handler);
    }

    [Fact]
    public void Settings_of_a_listener_apply_to_its_connections()
    {
        var listening = Listen(settings: Registering(TimeSpan.FromMinutes(1)) with { MaxFrameSizeBytes = 512 });
        var peer = Connect(listening.Address);
        var connection = listening.ExpectConnection();
        Assert.False(peer.Poll(TimeSpan.FromMilliseconds(400), SelectMode.SelectRead));

        connection.Tell(new Tcp.Register(TestActor));
        peer.SendAll(new byte[513]);

        Assert.Equal(512, ExpectMsg<Tcp.Received>().Data.Count);
        Assert.Equal(1, ExpectMsg<Tcp.Received>().Data.Count);
    }
}
