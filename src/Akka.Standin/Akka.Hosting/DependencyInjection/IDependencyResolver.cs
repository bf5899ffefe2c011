using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>Makes recipes of actors whose constructors take services.</summary>
public interface IDependencyResolver
{
    T GetService<T>();

    object GetService(Type type);

    /// <summary>What is not in <paramref name="args"/> comes from the services, anew at every restart.</summary>
    Props Props<T>(params object[] args)
        where T : ActorBase;

    Props Props(Type type, params object[] args);
}
