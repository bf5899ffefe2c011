using System.Net;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Server.Connections;
using LanChat.Server.Connections.Transports;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LanChat.Server.Tests.Connections.Transports;

public sealed class KestrelTransportSpecs : TransportContract
{
    private sealed class Receiver(IActorRef reception) : IRequiredActor<ReceptionActor>
    {
        public IActorRef ActorRef => reception;

        public Task<IActorRef> GetAsync(CancellationToken cancellationToken = default) => Task.FromResult(reception);
    }

    private IHost? _host;

    private protected override IPEndPoint Listen()
    {
        var served = Settings with { Listen = Settings.Listen with { Ports = [(Dialect, 0)] } };
        _host = new HostBuilder()
            .ConfigureWebHost(web => web.UseKestrelCore().Configure(_ => { }).AddDialects(served, certificate: null))
            .ConfigureServices(services => services
                .AddSingleton(Sys)
                .AddSingleton<IRequiredActor<ReceptionActor>>(new Receiver(Reception.Ref)))
            .Build();
        _host.Start();
        return _host.Services.GetRequiredService<BoundDoors>().All[0].EndPoint;
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        _host?.Dispose();
    }
}
