using System.Net;

namespace Akka.IO;

public partial class Udp
{
    /// <summary>An acknowledgement that says: send me none.</summary>
    public sealed class NoAck(object? token) : Event
    {
        public static readonly NoAck Instance = new(null);

        public object? Token => token;

        public override string ToString() => $"NoAck({Token})";
    }

    public sealed class Bound(EndPoint localAddress) : Event
    {
        /// <summary>With the port that was chosen if 0 was asked for.</summary>
        public EndPoint LocalAddress => localAddress;

        public override string ToString() => $"Bound(local: {LocalAddress})";
    }

    public sealed class Unbound
    {
        public static readonly Unbound Instance = new();

        private Unbound()
        {
        }
    }

    public sealed class SimpleSenderReady : Event
    {
        public static readonly SimpleSenderReady Instance = new();

        private SimpleSenderReady()
        {
        }
    }

    /// <summary>One datagram, or as much of it as <c>akka.io.udp.disabled-buffer-pool.buffer-size</c> allows.</summary>
    public sealed class Received(ByteString data, EndPoint sender) : Event
    {
        public ByteString Data => data;

        public EndPoint Sender => sender;

        public override string ToString() => $"Received(bytes: {Data.Count}, from: {Sender})";
    }

    public sealed class CommandFailed(Command cmd) : Event
    {
        public Command Cmd => cmd;

        public override string ToString() => $"CommandFailed({Cmd})";
    }
}
