using System.Net;
using Akka.Actor;
using Akka.IO;
using LanChat.Client.Keys;
using LanChat.Client.Settings;
using LanChat.Protocol.Dialects.Native;
using Dns = System.Net.Dns;

namespace LanChat.Client.Sessions;

/// <summary>Wiring of sessions.</summary>
internal static class SessionExtensions
{
    /// <summary>Sessions over this actor system's TCP.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="settings">Backoff and limits.</param>
    /// <param name="credential">Device key that owns the nicknames; null for none.</param>
    /// <param name="linkCode">A code that links the device to an account; null for none.</param>
    public static SessionFactory CreateSessionFactory(
        this ActorSystem system, ClientSettings settings, KeyCredential? credential = null, string? linkCode = null)
    {
        var tcp = system.Tcp();
        var client = ClientIdentity.New($"lanchat, {Environment.MachineName}");
        Func<string, Task<IPAddress[]>> resolve = Dns.GetHostAddressesAsync;
        return (room, nick, owner) => SessionActor.Props(
            room.Server,
            new Hello(nick, credential, room.Entry)
            {
                Client = client,
                LinkCode = Interlocked.Exchange(ref linkCode, null), // valid once
            },
            settings,
            session => ConnectionActor.Props(room.Server, settings.Limits.Line, resolve, tcp, session),
            TimeProvider.System,
            owner);
    }
}
