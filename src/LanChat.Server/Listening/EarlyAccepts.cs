using Akka.Actor;
using Akka.Event;

namespace LanChat.Server.Listening;

/// <summary>
/// Connections that were accepted before Akka.IO's listener took itself for bound. It does not know what to do with them then, and would
/// have one accept less under way for each, down to none. They come as unhandled messages, and are given back to it once it is bound.
/// </summary>
internal sealed class EarlyAccepts
{
    private const string AcceptCompleted = "Akka.IO.TcpListener+AcceptCompleted";

    private readonly List<UnhandledMessage> _kept = [];

    /// <summary>Keeps one until it is known whose listener it belongs to.</summary>
    public void Keep(UnhandledMessage lost)
    {
        if (IsAccept(lost)) _kept.Add(lost);
    }

    /// <summary>Gives back all that belong to a listener, and forgets the others'.</summary>
    public void GiveBackTo(IActorRef listener)
    {
        foreach (var lost in _kept) GiveBack(lost, listener);
        _kept.Clear();
    }

    /// <summary>Gives one back if it belongs to the listener, which is bound.</summary>
    public static void GiveBack(UnhandledMessage lost, IActorRef listener)
    {
        if (IsAccept(lost) && lost.Recipient.Equals(listener)) listener.Tell(lost.Message, lost.Sender);
    }

    private static bool IsAccept(UnhandledMessage lost) => lost.Message.GetType().FullName == AcceptCompleted;
}
