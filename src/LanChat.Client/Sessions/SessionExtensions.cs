using System.Net;
using Akka.Actor;
using Akka.IO;
using LanChat.Client.Keys;
using LanChat.Client.Settings;
using Dns = System.Net.Dns;

namespace LanChat.Client.Sessions;

/// <summary>Puts sessions together.</summary>
internal static class SessionExtensions
{
    /// <summary>Sessions over this system's TCP.</summary>
    /// <param name="system">Where they are.</param>
    /// <param name="settings">Pauses and limits.</param>
    /// <param name="proof">Whose the names are that are entered by, if anybody's.</param>
    public static OpenSession Sessions(this ActorSystem system, ClientSettings settings, KeyCredential? proof = null)
    {
        var tcp = system.Tcp();
        Func<string, Task<IPAddress[]>> resolve = Dns.GetHostAddressesAsync;
        return (server, nick, owner) => SessionActor.Props(
            server,
            nick,
            settings,
            session => ConnectionActor.Props(server, settings.Limits.Line, resolve, tcp, session),
            TimeProvider.System,
            owner,
            proof);
    }
}
