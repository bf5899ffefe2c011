using System.Net;
using Akka.Actor;

namespace Akka.IO;

public partial class Udp
{
    /// <summary>Answered by <see cref="Bound"/> from the socket, or by <see cref="CommandFailed"/>.</summary>
    public sealed class Bind(IActorRef handler, EndPoint localAddress, IEnumerable<Inet.SocketOption>? options = null) : Command
    {
        /// <summary>Told of every datagram. When it stops, so does the socket.</summary>
        public IActorRef Handler => handler;

        public EndPoint LocalAddress => localAddress;

        public IEnumerable<Inet.SocketOption> Options { get; } = options ?? [];

        public override string ToString() => $"Bind(addr: {LocalAddress}, handler: {Handler})";
    }

    /// <summary>Answered by <see cref="Unbound"/>.</summary>
    public sealed class Unbind : Command
    {
        public static readonly Unbind Instance = new();

        private Unbind()
        {
        }
    }

    /// <summary>Asks for a socket that only sends; it answers <see cref="SimpleSenderReady"/>.</summary>
    public sealed class SimpleSender(IEnumerable<Inet.SocketOption>? options = null) : Command
    {
        public static readonly SimpleSender Instance = new();

        public IEnumerable<Inet.SocketOption> Options { get; } = options ?? [];
    }

    /// <summary>One datagram. If it cannot be sent, the sender of this command is told <see cref="CommandFailed"/>.</summary>
    public sealed class Send(ByteString payload, EndPoint target, Event ack) : Command
    {
        public ByteString Payload => payload;

        public EndPoint Target => target;

        public Event Ack { get; } = ack ?? throw new ArgumentNullException(nameof(ack), "NoAck asks for no acknowledgement");

        public bool WantsAck => Ack is not NoAck;

        public static Send Create(ByteString data, EndPoint target) => new(data, target, NoAck.Instance);

        public override string ToString() => $"Send(to: {Target}, ack: {Ack})";
    }
}
