using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>The system messages of one mailbox, kept newest first and handed out oldest first. Lives in its owner's field, never copied.</summary>
internal struct SystemMessageStack
{
    private static readonly SystemMessage ClosedMark = new Mark();

    private SystemMessage? _newest;

    public readonly bool IsEmpty => Volatile.Read(in _newest) is null or Mark;

    /// <summary>False when closed.</summary>
    public bool TryPush(SystemMessage message)
    {
        while (true)
        {
            var newest = Volatile.Read(ref _newest);
            if (newest is Mark)
                return false;
            message.Next = newest;
            if (ReferenceEquals(Interlocked.CompareExchange(ref _newest, message, newest), newest))
                return true;
        }
    }

    /// <summary>Everything that is here, as a chain, oldest first.</summary>
    public SystemMessage? PopAll() => IsEmpty ? null : Reverse(Interlocked.Exchange(ref _newest, null));

    public SystemMessage? Close() => Reverse(Interlocked.Exchange(ref _newest, ClosedMark));

    private static SystemMessage? Reverse(SystemMessage? newest)
    {
        SystemMessage? oldest = null;
        while (newest is not null and not Mark)
        {
            var older = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = older;
        }

        return oldest;
    }

    private sealed class Mark : SystemMessage
    {
        public override void Invoke(ActorCell cell)
        {
        }
    }
}
