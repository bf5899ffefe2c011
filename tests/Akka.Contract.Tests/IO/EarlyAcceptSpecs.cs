using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Event;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

/// <summary>
/// An accept that completes before the listener knows that it is bound is unhandled, and its place
/// among the accepts under way is lost for good, unless the message is told to the listener again.
/// </summary>
public sealed class EarlyAcceptSpecs() : TcpSpec("""
    akka.io.tcp { batch-accept-limit = 1, register-timeout = 1m }
    akka.actor.mailbox.unbounded-queue-based.mailbox-type =
      "Akka.Contract.Tests.IO.EarlyAcceptSpecs+EarlyMailbox, Akka.Contract.Tests"
    """)
{
    /// <summary>
    /// The mailbox of a listener to which a peer connects before it hears that it is bound.
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
                SpinWait.SpinUntil(() => HasMessages, Patience);
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
        return (listening, Patient(ExpectMsg<Socket>()), ExpectMsg<UnhandledMessage>());
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
    public void A_listener_that_lost_all_its_accepts_accepts_nobody()
    {
        var listening = ListenLate().Listening;

        Connect(listening.Address);

        listening.Handler.ExpectNoMsg(Moment);
    }

    [Fact]
    public void Told_to_the_listener_again_it_is_a_connection_and_accepting_goes_on()
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
