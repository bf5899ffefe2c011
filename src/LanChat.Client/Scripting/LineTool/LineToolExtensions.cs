using Akka.Hosting;
using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Client.Settings;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>Wiring of the line tool.</summary>
internal static class LineToolExtensions
{
    public static AkkaConfigurationBuilder AddLineTool(
        this AkkaConfigurationBuilder builder, LineToolJob job, ClientSettings settings) =>
        builder.WithActors((system, _) => system.ActorOf(
            LineToolActor.Props(
                job,
                settings.Limits.Line,
                system.CreateSessionFactory(settings, KeyFile.Secondary(settings.Key))),
            "line-tool"));
}
