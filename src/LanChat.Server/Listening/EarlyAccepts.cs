using Akka.Actor;
using Akka.Event;

namespace LanChat.Server.Listening;

/// <summary>
/// Works around Akka.IO's listener: an accept that completes before the listener is bound ends as
/// an unhandled message, and each one lost lowers the number of concurrent accepts, down to none.
/// Buffers these messages and redelivers them once the listener is bound.
/// </summary>
internal sealed class EarlyAccepts
{
    private const string AcceptCompleted = "Akka.IO.TcpListener+AcceptCompleted";

    private readonly List<UnhandledMessage> _accepts = [];

    /// <summary>Buffers an accept while the listener's address is unknown.</summary>
    public void Add(UnhandledMessage lost)
    {
        if (IsAccept(lost)) _accepts.Add(lost);
    }

    /// <summary>Redelivers the listener's accepts and drops those of other listeners.</summary>
    public void RedeliverAll(IActorRef listener)
    {
        foreach (var lost in _accepts) Redeliver(lost, listener);
        _accepts.Clear();
    }

    /// <summary>Redelivers an accept if it belongs to the listener, which is bound.</summary>
    public static void Redeliver(UnhandledMessage lost, IActorRef listener)
    {
        if (IsAccept(lost) && lost.Recipient.Equals(listener)) listener.Tell(lost.Message, lost.Sender);
    }

    private static bool IsAccept(UnhandledMessage lost) => lost.Message.GetType().FullName == AcceptCompleted;
}
