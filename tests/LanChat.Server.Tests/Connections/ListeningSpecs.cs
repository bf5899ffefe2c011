using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using Akka.TestKit;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Listening;
using LanChat.Server.Sockets;

namespace LanChat.Server.Tests.Connections;

/// <summary>
/// How a listener stays bound; probes are in the roles of Akka.IO's manager and listener.
/// </summary>
public sealed class ListeningSpecs : VirtualTimeSpec
{
    private static readonly IPEndPoint Address = new(IPAddress.Loopback, 1);

    private readonly TestProbe _manager;
    private readonly TestProbe _connections;
    private readonly IActorRef _listener;

    public ListeningSpecs()
    {
        (_manager, _connections) = (CreateTestProbe(), CreateTestProbe());
        _listener = _connections.ChildActorOf(ListenerActor.Props(
            _manager.Ref, new DialectEndpoint(new JsonDialect(), Address), backlog: 1, options: []));
    }

    /// <summary>
    /// An internal message of Akka.IO that a listener does not handle before it is bound.
    /// </summary>
    private static object AcceptCompleted() => Activator.CreateInstance(
        typeof(Tcp).Assembly.GetType("Akka.IO.TcpListener+AcceptCompleted", throwOnError: true)!, [null])!;

    private TestProbe Bind()
    {
        var socket = CreateTestProbe();
        Assert.Equal(Address, _manager.ExpectMsg<Tcp.Bind>().LocalAddress);
        socket.Send(_listener, new Tcp.Bound(Address));
        return socket;
    }

    private TestProbe Open()
    {
        var socket = Bind();
        _connections.ExpectMsg<DialectEndpoint>();
        return socket;
    }

    [Fact]
    public void Accepts_lost_before_binding_are_returned_to_the_listener_after_it()
    {
        var socket = CreateTestProbe();
        var (mine, others) = (AcceptCompleted(), AcceptCompleted());
        _manager.ExpectMsg<Tcp.Bind>();

        Sys.EventStream.Publish(new UnhandledMessage(mine, socket.Ref, socket.Ref));
        Sys.EventStream.Publish(new UnhandledMessage(others, CreateTestProbe().Ref, CreateTestProbe().Ref));
        ExpectSilence(socket, _listener);
        socket.Send(_listener, new Tcp.Bound(Address));

        Assert.Same(mine, socket.ExpectMsg<object>());
        ExpectSilence(socket, _listener);
    }

    [Fact]
    public void Accepts_lost_after_binding_are_returned_at_once()
    {
        var socket = Open();
        var accept = AcceptCompleted();

        Sys.EventStream.Publish(new UnhandledMessage("no accept", socket.Ref, socket.Ref));
        Sys.EventStream.Publish(new UnhandledMessage(accept, socket.Ref, socket.Ref));

        Assert.Same(accept, socket.ExpectMsg<object>());
    }

    [Fact]
    public void A_listener_that_died_is_bound_again_at_the_same_endpoint()
    {
        var socket = Open();

        Sys.Stop(socket.Ref);
        Bind();

        ExpectSilence(_connections, _listener);
    }

    [Fact]
    public void Binding_again_is_retried_and_finally_given_up()
    {
        Watch(_listener);
        Sys.Stop(Open().Ref);

        for (var attempt = 1; attempt < 50; attempt++)
        {
            _manager.Send(_listener, _manager.ExpectMsg<Tcp.Bind>().FailureMessage);
            Settle(_listener);
            Advance(100);
        }

        _manager.Send(_listener, _manager.ExpectMsg<Tcp.Bind>().FailureMessage);
        ExpectTerminated(_listener);
    }

    [Fact]
    public void A_listener_that_does_not_accept_the_check_connection_is_bound_again()
    {
        var socket = Open();
        Settle(_listener);

        Advance(5000);

        socket.ExpectMsg<Tcp.Unbind>();
        socket.Send(_listener, Tcp.Unbound.Instance);
        Sys.Stop(socket.Ref);
        Bind();
    }

    [Fact]
    public void While_others_are_accepted_the_check_connection_may_take_longer()
    {
        var socket = Open();

        socket.Send(_listener, new Tcp.Connected(new IPEndPoint(IPAddress.Loopback, 2), Address));
        _connections.ExpectMsg<ConnectionManagerProtocol.ConnectionAccepted>();
        Advance(5000);

        ExpectSilence(socket, _listener);
    }

    [Fact]
    public void A_bind_that_is_not_answered_in_time_is_a_failure()
    {
        _manager.ExpectMsg<Tcp.Bind>();

        Advance(10_000);

        _connections.ExpectMsg<ConnectionManagerProtocol.ListeningFailed>();
    }

    [Fact]
    public void A_check_is_answered_when_its_own_connection_is_accepted()
    {
        using var endpoint = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        endpoint.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        endpoint.Listen();
        var socket = CreateTestProbe();
        _manager.ExpectMsg<Tcp.Bind>();
        _listener.Tell(ListenerActor.Check.Instance, TestActor);
        socket.Send(_listener, new Tcp.Bound((IPEndPoint)endpoint.LocalEndPoint!));
        using var accepted = endpoint.Accept();
        ExpectSilence(socket, _listener);

        socket.Send(
            _listener, new Tcp.Connected((IPEndPoint)accepted.RemoteEndPoint!, (IPEndPoint)endpoint.LocalEndPoint!));

        ExpectMsg<ListenerActor.Accepting>();
        socket.ExpectMsg<Tcp.Abort>();
        _connections.ExpectMsg<DialectEndpoint>();
        ExpectSilence(_connections, _listener);
    }
}
