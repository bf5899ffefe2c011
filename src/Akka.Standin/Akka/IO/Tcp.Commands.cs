using System.Net;
using Akka.Actor;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>Answered by <see cref="Connected"/> from the new connection, or by <see cref="CommandFailed"/>.</summary>
    public class Connect(
        EndPoint remoteAddress,
        EndPoint? localAddress = null,
        IEnumerable<Inet.SocketOption>? options = null,
        TimeSpan? timeout = null,
        bool pullMode = false) : Command
    {
        public EndPoint RemoteAddress => remoteAddress;

        public EndPoint? LocalAddress => localAddress;

        public IEnumerable<Inet.SocketOption> Options { get; } = options ?? [];

        public TimeSpan? Timeout => timeout;

        public bool PullMode => pullMode;

        public override string ToString() =>
            $"Connect(remote: {RemoteAddress}, local: {LocalAddress}, timeout: {Timeout}, pullMode: {PullMode})";
    }

    /// <summary>
    /// Answered by <see cref="Bound"/> from the listener, or by <see cref="CommandFailed"/>. In pull mode nothing is accepted
    /// before <see cref="ResumeAccepting"/>, and connections read nothing before <see cref="ResumeReading"/>, once each time.
    /// </summary>
    public class Bind(
        IActorRef handler,
        EndPoint localAddress,
        int backlog = 100,
        IEnumerable<Inet.SocketOption>? options = null,
        bool pullMode = false) : Command
    {
        /// <summary>Told of every new connection. When it stops, so do the listener and its connections.</summary>
        public IActorRef Handler => handler;

        public EndPoint LocalAddress => localAddress;

        public int Backlog => backlog;

        public IEnumerable<Inet.SocketOption> Options { get; } = options ?? [];

        public bool PullMode => pullMode;

        public override string ToString() =>
            $"Bind(addr: {LocalAddress}, handler: {Handler}, backlog: {Backlog}, pullMode: {PullMode})";
    }

    /// <summary>
    /// Says who takes what a connection brings. The connection lives no longer than <paramref name="handler"/>, and is aborted
    /// if no such message comes in time (<c>akka.io.tcp.register-timeout</c>).
    /// </summary>
    public class Register(IActorRef handler, bool keepOpenOnPeerClosed = false, bool useResumeWriting = true) : Command
    {
        public IActorRef Handler => handler;

        /// <summary>Whether one may go on writing to a peer that writes no more.</summary>
        public bool KeepOpenOnPeerClosed => keepOpenOnPeerClosed;

        public bool UseResumeWriting => useResumeWriting;

        public override string ToString() =>
            $"Register(handler: {Handler}, keepOpenOnPeerClosed: {KeepOpenOnPeerClosed}, resumeWriting: {UseResumeWriting})";
    }

    /// <summary>To a listener, which answers <see cref="Unbound"/> and stops, and its connections with it.</summary>
    public class Unbind : Command
    {
        public static readonly Unbind Instance = new();

        private Unbind()
        {
        }
    }

    /// <summary>In push mode: deliver nothing more until <see cref="ResumeReading"/>.</summary>
    public class SuspendReading : Command
    {
        public static readonly SuspendReading Instance = new();

        private SuspendReading()
        {
        }
    }

    /// <summary>Read on; in pull mode, once.</summary>
    public class ResumeReading : Command
    {
        public static readonly ResumeReading Instance = new();

        private ResumeReading()
        {
        }
    }

    /// <summary>To a listener in pull mode: begin to accept, <paramref name="batchSize"/> connections at a time.</summary>
    public class ResumeAccepting(int batchSize) : Command
    {
        public int BatchSize => batchSize;

        public override string ToString() => $"ResumeAccepting(batchSize: {BatchSize})";
    }
}
