using Akka.Event;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>Whoever sends one of these is told with the handler when the connection is closed.</summary>
    public abstract class CloseCommand : Command, IDeadLetterSuppression
    {
        /// <summary>What they are told.</summary>
        public abstract ConnectionClosed Event { get; }
    }

    /// <summary>Closes when what was written before is sent.</summary>
    public class Close : CloseCommand
    {
        public static readonly Close Instance = new();

        private Close()
        {
        }

        public override ConnectionClosed Event => Closed.Instance;
    }

    /// <summary>Sends what was written before, says that no more will come, and closes when the peer has done the same.</summary>
    public class ConfirmedClose : CloseCommand
    {
        public static readonly ConfirmedClose Instance = new();

        private ConfirmedClose()
        {
        }

        public override ConnectionClosed Event => ConfirmedClosed.Instance;
    }

    /// <summary>Resets the connection at once.</summary>
    public class Abort : CloseCommand
    {
        public static readonly Abort Instance = new();

        private Abort()
        {
        }

        public override ConnectionClosed Event => Aborted.Instance;
    }

    /// <summary>The connection is at its end, or with <see cref="PeerClosed"/> one direction of it is.</summary>
    public class ConnectionClosed : Event, IDeadLetterSuppression
    {
        public virtual bool IsAborted => false;

        public virtual bool IsConfirmed => false;

        public virtual bool IsPeerClosed => false;

        public virtual bool IsErrorClosed => false;

        /// <summary>Of an error, what it was.</summary>
        public virtual string? Cause => null;
    }

    public class Closed : ConnectionClosed
    {
        public static readonly Closed Instance = new();

        private Closed()
        {
        }
    }

    public class Aborted : ConnectionClosed
    {
        public static readonly Aborted Instance = new();

        private Aborted()
        {
        }

        public override bool IsAborted => true;
    }

    public class ConfirmedClosed : ConnectionClosed
    {
        public static readonly ConfirmedClosed Instance = new();

        private ConfirmedClosed()
        {
        }

        public override bool IsConfirmed => true;
    }

    public class PeerClosed : ConnectionClosed
    {
        public static readonly PeerClosed Instance = new();

        private PeerClosed()
        {
        }

        public override bool IsPeerClosed => true;
    }

    public sealed class ErrorClosed(string cause) : ConnectionClosed
    {
        public override bool IsErrorClosed => true;

        public override string Cause => cause;

        public override string ToString() => $"ErrorClosed('{Cause}')";
    }
}
