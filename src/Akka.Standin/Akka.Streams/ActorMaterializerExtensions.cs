using Akka.Actor;

namespace Akka.Streams;

/// <summary>How an actor or a system comes by a materializer.</summary>
public static class ActorMaterializerExtensions
{
    /// <summary>One whose streams end with this actor or system.</summary>
    public static ActorMaterializer Materializer(this IActorRefFactory context) => ActorMaterializer.Create(context);
}
