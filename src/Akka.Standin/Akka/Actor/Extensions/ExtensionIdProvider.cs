namespace Akka.Actor;

/// <summary>The usual way to define an extension.</summary>
public abstract class ExtensionIdProvider<T> : IExtensionId
    where T : IExtension
{
    public Type ExtensionType => typeof(T);

    public T Apply(ActorSystem system) => (T)system.RegisterExtension(this);

    public T Get(ActorSystem system) => (T)system.GetExtension(this);

    public abstract T CreateExtension(ExtendedActorSystem system);

    object IExtensionId.Apply(ActorSystem system) => Apply(system)!;

    object IExtensionId.Get(ActorSystem system) => Get(system)!;

    object IExtensionId.CreateExtension(ExtendedActorSystem system) => CreateExtension(system)!;
}
