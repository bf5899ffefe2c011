using System.Net;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Server.Listening;
using LanChat.Server.Transports;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LanChat.Server.Tests.Connections.Transports;

public sealed class KestrelTransportSpecs : TransportContract
{
    private sealed class Receiver(IActorRef connections) : IRequiredActor<ConnectionManagerActor>
    {
        public IActorRef ActorRef => connections;

        public Task<IActorRef> GetAsync(CancellationToken cancellationToken = default) => Task.FromResult(connections);
    }

    private IHost? _host;

    private protected override IPEndPoint Listen()
    {
        var served = Settings with { Listen = Settings.Listen with { Ports = [(Dialect, 0)] } };
        _host = new HostBuilder()
            .ConfigureWebHost(web => web.UseKestrelCore().Configure(_ => { }).AddDialects(served, certificate: null))
            .ConfigureServices(services => services
                .AddSingleton(Sys)
                .AddSingleton<IRequiredActor<ConnectionManagerActor>>(new Receiver(Connections.Ref)))
            .Build();
        _host.Start();
        return _host.Services.GetRequiredService<BoundEndpoints>().All[0].EndPoint;
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _host?.Dispose();
    }
}
