using System.Net;
using System.Reflection;
using Akka.Actor;
using LanChat.Server.Connections;
using LanChat.Server.Discovery;
using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>What the server says of itself: which room, where to find it, and what it runs on.</summary>
internal static class Banner
{
    /// <summary>The program and its actor system, with their versions.</summary>
    public static string Version => ServerTexts.Version(VersionOf(typeof(Banner)), $"{ProductOf(typeof(ActorSystem))} {VersionOf(typeof(ActorSystem))}");

    public static string For(ServerSettings settings, IReadOnlyList<ReceptionProtocol.Door> doors)
    {
        var first = doors[0].EndPoint;
        var addresses = OwnAddresses.IsAny(first.Address) ? [.. OwnAddresses.All().Select(own => own.Address)] : new[] { first.Address };
        var ports = doors.Select(door => $"{door.Dialect.Name} {door.EndPoint.Port}");
        return ServerTexts.Banner(
            Version,
            $"{settings.Room.Name}",
            string.Join(", ", addresses.Select(address => new IPEndPoint(address, first.Port))),
            string.Join(", ", ports),
            settings.Discovery.Port);
    }

    private static string ProductOf(Type type) => type.Assembly.GetCustomAttribute<AssemblyProductAttribute>()?.Product ?? "Akka.NET";

    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?";
}
