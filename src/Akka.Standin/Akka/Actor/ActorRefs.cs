#nullable disable annotations // as the package: a sender may be null without the type saying so
namespace Akka.Actor;

/// <summary>References that stand for nobody.</summary>
public static class ActorRefs
{
    public static readonly Nobody Nobody = Nobody.Instance;

    /// <summary>No sender: whoever answers, answers to the dead letters.</summary>
    public static readonly IActorRef NoSender = null;
}
