using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.DependencyInjection;

/// <summary>Takes the services from a provider.</summary>
internal sealed class ServiceProviderDependencyResolver(IServiceProvider services) : IDependencyResolver
{
    public T GetService<T>() => services.GetService<T>()!;

    public object GetService(Type type) => services.GetService(type)!;

    public Props Props<T>(params object[] args)
        where T : ActorBase => Props(typeof(T), args);

    public Props Props(Type type, params object[] args) =>
        Actor.Props.CreateBy(type, arguments => ActivatorUtilities.CreateInstance(services, type, arguments!), args);
}
