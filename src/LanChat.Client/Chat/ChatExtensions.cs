using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Client.Settings;
using LanChat.Discovery;
using LanChat.Settings;

namespace LanChat.Client.Chat;

/// <summary>Wiring of the chat.</summary>
internal static class ChatExtensions
{
    public static AkkaConfigurationBuilder AddChat(
        this AkkaConfigurationBuilder builder,
        ChatOptions options,
        Func<IActorRef, Props> makeView,
        ClientSettings settings,
        DiscoverySettings discovery) =>
        builder.WithActors((system, _) =>
        {
            var udp = system.Udp();
            system.ActorOf(
                ChatActor.Props(
                    options,
                    system.CreateSessionFactory(
                        settings, options.Key is { } key ? new KeyCredential(key) : null, options.LinkCode),
                    makeView,
                    chat => DiscoveryActor.Props(discovery, settings.Limits.Rooms, udp, chat)),
                "chat");
        });
}
