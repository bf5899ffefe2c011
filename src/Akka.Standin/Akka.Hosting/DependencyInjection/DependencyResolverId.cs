using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>Gives an actor system the services of its host.</summary>
internal sealed class DependencyResolverId(IServiceProvider services) : ExtensionIdProvider<DependencyResolver>
{
    public override DependencyResolver CreateExtension(ExtendedActorSystem system) => new(new ServiceProviderDependencyResolver(services));
}
