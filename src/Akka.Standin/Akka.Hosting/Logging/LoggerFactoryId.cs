using Akka.Actor;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting.Logging;

/// <summary>Gives an actor system the logger factory of its host before its loggers start.</summary>
internal sealed class LoggerFactoryId(ILoggerFactory? factory) : ExtensionIdProvider<LoggerFactoryId.Extension>
{
    public override Extension CreateExtension(ExtendedActorSystem system) => new(factory);

    internal sealed record Extension(ILoggerFactory? Factory) : IExtension;
}
