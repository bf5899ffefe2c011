namespace Akka.Streams.Dsl;

/// <summary>A stream with both its ends. Running it gives the value it keeps; it can be run any number of times.</summary>
public interface IRunnableGraph<out TMat>
{
    IRunnableGraph<TMat2> MapMaterializedValue<TMat2>(Func<TMat, TMat2> func);

    TMat Run(IMaterializer materializer);
}
