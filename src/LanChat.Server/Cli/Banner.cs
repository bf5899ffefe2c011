using System.Net;
using System.Reflection;
using Akka.Actor;
using LanChat.Cli;
using LanChat.Protocol;
using LanChat.Server.Network;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;
using LanChat.Server.Web;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>The text the server prints once it listens.</summary>
internal static class Banner
{
    /// <summary>The versions of the program and of Akka.NET, and the transport.</summary>
    public static string VersionWith(string transport) =>
        ServerTexts.Version(VersionOf(typeof(Banner)), $"Akka.NET {VersionOf(typeof(ActorSystem))}", transport);

    /// <param name="settings">The server's settings.</param>
    /// <param name="endpoints">The dialects' endpoints.</param>
    /// <param name="web">The endpoint of the page; null: none.</param>
    /// <param name="certificate">The self-signed certificate, to show its fingerprint.</param>
    /// <param name="withCode">Whether to show a QR code of the page's address.</param>
    public static string For(
        ServerSettings settings,
        IReadOnlyList<DialectEndpoint> endpoints,
        WebEndpoint? web,
        SelfSignedCertificate? certificate,
        bool withCode)
    {
        var first = endpoints[0].EndPoint;
        IPAddress[] addresses = OwnAddresses.IsAny(first.Address)
            ? [.. OwnAddresses.All().Select(own => own.Address)]
            : [first.Address];
        string[] pages = web is null ? [] : [.. addresses.Select(address => $"{web.At($"{address}")}/")];
        var ports = endpoints.Select(endpoint => $"{endpoint.Dialect.Name} {endpoint.EndPoint.Port}");
        string?[] lines =
        [
            ServerTexts.Banner(
                VersionWith(settings.Transport.Name),
                $"{settings.Room.Name}",
                string.Join(", ", addresses.Select(address => new IPEndPoint(address, first.Port))),
                string.Join(", ", ports),
                settings.Transport.IsTls() ? "TCP, TLS" : "TCP",
                settings.Discovery.Port,
                pages.Length > 0 ? string.Join(", ", pages) : ListenSettings.Off),
            certificate is null ? null : ServerTexts.BannerFingerprint(certificate.Fingerprint),
            ServerTexts.BannerStop,
            withCode && pages.Length > 0 ? TerminalQrCode.Of(pages[0]) : null,
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static string VersionOf(Type type)
    {
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        return version?.InformationalVersion.Split('+')[0] ?? "?";
    }
}
