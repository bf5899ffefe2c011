using Akka.Actor;
using Akka.IO;

using LanChat.Client.Settings;

namespace LanChat.Client.Sessions;

/// <summary>Puts sessions together.</summary>
internal static class SessionExtensions
{
    /// <summary>Sessions over this system's TCP.</summary>
    public static OpenSession Sessions(this ActorSystem system, ClientSettings settings)
    {
        var tcp = system.Tcp();
        return (server, nick, owner) => SessionActor.Props(
            server, nick, settings, session => ConnectionActor.Props(server, settings.Limits.Line, tcp, session), owner);
    }
}
