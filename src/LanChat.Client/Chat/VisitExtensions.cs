using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Client.Settings;
using LanChat.Discovery;
using LanChat.Settings;

namespace LanChat.Client.Chat;

/// <summary>Puts together what somebody who looks at the talk needs.</summary>
internal static class VisitExtensions
{
    public static AkkaConfigurationBuilder AddVisit(
        this AkkaConfigurationBuilder builder,
        Visit visit,
        Func<IActorRef, Props> makeView,
        ClientSettings settings,
        DiscoverySettings discovery) =>
        builder.WithActors((system, _) =>
        {
            var udp = system.Udp();
            system.ActorOf(
                VisitorActor.Props(
                    visit,
                    system.CreateSessionFactory(settings, visit.Key is { } key ? new KeyCredential(key) : null),
                    makeView,
                    visitor => DiscoveryActor.Props(discovery, settings.Limits.Rooms, udp, visitor)),
                "visitor");
        });
}
