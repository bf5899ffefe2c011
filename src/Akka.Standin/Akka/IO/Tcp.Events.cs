using System.Net;
using Akka.Util;

namespace Akka.IO;

public partial class Tcp
{
    public class Bound(EndPoint localAddress) : Event
    {
        /// <summary>With the port that was chosen if 0 was asked for.</summary>
        public EndPoint LocalAddress => localAddress;

        public override string ToString() => $"Bound({LocalAddress})";
    }

    public class Unbound : Event
    {
        public static readonly Unbound Instance = new();

        private Unbound()
        {
        }
    }

    public sealed class Connected(EndPoint remoteAddress, EndPoint localAddress) : Event
    {
        public EndPoint RemoteAddress => remoteAddress;

        public EndPoint LocalAddress => localAddress;

        public override string ToString() => $"Connected(local: {LocalAddress}, remote: {RemoteAddress})";
    }

    /// <summary>What one read brought: at most <c>akka.io.tcp.disabled-buffer-pool.buffer-size</c> bytes.</summary>
    public sealed class Received(ByteString data) : Event
    {
        public ByteString Data => data;

        public override string ToString() => $"Received(bytes: {Data.Count})";
    }

    public sealed class CommandFailed(Command cmd) : Event
    {
        public Command Cmd => cmd;

        public Option<Exception> Cause { get; private init; }

        public CommandFailed WithCause(Exception cause) => new(Cmd) { Cause = cause };

        public override string ToString() => Cause.HasValue ? $"CommandFailed({Cmd}) because of {Cause.Value.Message}" : $"CommandFailed({Cmd})";
    }
}
