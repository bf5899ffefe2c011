using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// An accept that completes before the listener has handled Bound is unhandled, and that pending
/// accept is lost unless the message is sent to the listener again.
/// </summary>
public sealed class EarlyAcceptSpecs() : TcpSpec("""
    akka.io.tcp { batch-accept-limit = 1, register-timeout = 1m }
    akka.actor.mailbox.unbounded-queue-based.mailbox-type =
      "Akka.Contract.Tests.IO.EarlyAcceptSpecs+EarlyMailbox, Akka.Contract.Tests"
    """)
{
    /// <summary>
    /// The mailbox of a listener: connects a peer before the listener gets Bound.
    /// </summary>
    public sealed class EarlyMailbox(Settings settings, Config config)
        : MailboxType(settings, config), IProducesMessageQueue<EarlyQueue>
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new EarlyQueue(system);
    }

    public sealed class EarlyQueue(ActorSystem system) : IMessageQueue, IUnboundedMessageQueueSemantics
    {
        private readonly UnboundedMessageQueue _queue = new();

        public bool HasMessages => _queue.HasMessages;

        public int Count => _queue.Count;

        public void Enqueue(IActorRef receiver, Envelope envelope)
        {
            if (envelope.Message is Tcp.Bound bound)
            {
                var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                peer.Connect(bound.LocalAddress);
                SpinWait.SpinUntil(() => HasMessages, Timeout);
                system.EventStream.Publish(peer);
            }
            _queue.Enqueue(receiver, envelope);
        }

        public bool TryDequeue(out Envelope envelope) => _queue.TryDequeue(out envelope);

        public void CleanUp(IActorRef owner, IMessageQueue deadletters) => _queue.CleanUp(owner, deadletters);
    }

    private (Listening Listening, Socket Early, UnhandledMessage Unhandled) ListenLate()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Socket));
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var listening = Listen();
        return (listening, WithTimeouts(ExpectMsg<Socket>()), ExpectMsg<UnhandledMessage>());
    }

    [Fact]
    public void An_accept_before_the_listener_is_bound_is_published_as_unhandled()
    {
        var (listening, _, unhandled) = ListenLate();

        Assert.Equal(listening.Listener, unhandled.Recipient);
        Assert.Equal("AcceptCompleted", unhandled.Message.GetType().Name);
        Assert.False(unhandled.Message.GetType().IsVisible);
        ExpectSilence(listening.Handler);
    }

    [Fact]
    public void A_listener_that_lost_all_its_accepts_accepts_no_connection()
    {
        var listening = ListenLate().Listening;

        Connect(listening.Address);

        listening.Handler.ExpectNoMsg(ShortWait);
    }

    [Fact]
    public void A_lost_accept_sent_to_the_listener_again_becomes_a_connection()
    {
        var (listening, early, unhandled) = ListenLate();

        listening.Listener.Tell(unhandled.Message, unhandled.Sender);

        Assert.Equal(early.LocalEndPoint, listening.Handler.ExpectMsg<Tcp.Connected>().RemoteAddress);
        listening.Handler.Reply(new Tcp.Register(TestActor));
        early.SendText("hello");
        Assert.Equal("hello", ExpectMsg<Tcp.Received>().Data.ToString());
        Connect(listening.Address);
        listening.ExpectConnection();
    }
}
