using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>The services of the host that an actor system runs in.</summary>
public sealed class DependencyResolver : IExtension
{
    internal DependencyResolver(IDependencyResolver resolver) => Resolver = resolver;

    public IDependencyResolver Resolver { get; }

    public static DependencyResolver For(ActorSystem actorSystem) => actorSystem.GetExtension<DependencyResolver>();

    /// <inheritdoc cref="IDependencyResolver.Props{T}"/>
    public Props Props<T>(params object[] args)
        where T : ActorBase => Resolver.Props<T>(args);

    public Props Props(Type type, params object[] args) => Resolver.Props(type, args);
}
