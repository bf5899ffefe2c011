using Akka.Hosting;
using LanChat.Client.Sessions;

using LanChat.Client.Settings;

namespace LanChat.Client.Plain;

/// <summary>Puts the line tool together.</summary>
internal static class PlainExtensions
{
    public static AkkaConfigurationBuilder AddPlain(this AkkaConfigurationBuilder builder, PlainJob job, ClientSettings settings) =>
        builder.WithActors((system, _) => system.ActorOf(PlainActor.Props(job, settings.Limits.Line, system.Sessions(settings)), "plain"));
}
