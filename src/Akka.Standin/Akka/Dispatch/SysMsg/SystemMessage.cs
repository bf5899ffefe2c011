using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>
/// What the library tells an actor's cell. It overtakes all user messages and is handled even while the actor is suspended.
/// An instance is sent once: <see cref="Next"/> links it into the mailbox.
/// </summary>
internal abstract class SystemMessage
{
    public SystemMessage? Next { get; set; }

    /// <summary>Has to wait while the actor awaits the end of children before it is created or restarted.</summary>
    public virtual bool WaitsForChildren => false;

    /// <summary>Has to wait while the actor is suspended.</summary>
    public virtual bool WaitsForResume => false;

    public abstract void Invoke(ActorCell cell);
}
