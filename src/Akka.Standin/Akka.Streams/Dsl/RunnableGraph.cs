namespace Akka.Streams.Dsl;

internal sealed class RunnableGraph<TMat>(Func<ActorMaterializer, TMat> run) : IRunnableGraph<TMat>
{
    public IRunnableGraph<TMat2> MapMaterializedValue<TMat2>(Func<TMat, TMat2> func) =>
        new RunnableGraph<TMat2>(materializer => func(run(materializer)));

    public TMat Run(IMaterializer materializer) => run((ActorMaterializer)materializer);
}
