using Akka.Hosting;
using Akka.IO;
using LanChat.Client.Console;
using LanChat.Client.Discovery;
using LanChat.Client.Sessions;
using LanChat.Client.Settings;
using LanChat.Settings;

namespace LanChat.Client.Visits;

/// <summary>Puts the console together.</summary>
internal static class VisitExtensions
{
    public static AkkaConfigurationBuilder AddVisit(
        this AkkaConfigurationBuilder builder,
        Visit visit,
        ITerminal terminal,
        Ink ink,
        ClientSettings settings,
        DiscoverySettings discovery) =>
        builder.WithActors((system, _) =>
        {
            var udp = system.Udp();
            system.ActorOf(
                VisitorActor.Props(
                    visit,
                    system.Sessions(settings),
                    visitor => ViewActor.Props(terminal, ink, settings.View, visitor),
                    visitor => DiscoveryActor.Props(discovery, settings.Limits.Rooms, udp, visitor)),
                "visitor");
        });
}
