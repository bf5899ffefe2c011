using System.Net;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary>
/// <c>lanchat.server.listen</c>: the endpoints. Each dialect has a key of its name with a port or
/// <c>off</c>.
/// </summary>
/// <param name="Address">The address to bind.</param>
/// <param name="Backlog">Maximum connections waiting to be accepted.</param>
/// <param name="Web">The port of HTTP; null: off.</param>
/// <param name="Ports">The dialects that are on; never empty.</param>
internal sealed record ListenSettings(
    IPAddress Address, int Backlog, int? Web, IReadOnlyList<(IDialect Dialect, int Port)> Ports)
{
    /// <summary>The value that switches a dialect, HTTP or TLS off.</summary>
    public const string Off = "off";

    /// <summary>The key of the address.</summary>
    public const string AddressKey = "lanchat.server.listen.address";

    /// <summary>The key of the page's port.</summary>
    public const string WebKey = "lanchat.server.listen.web";

    /// <summary>The key of a dialect's port.</summary>
    public static string KeyOf(IDialect dialect) => $"lanchat.server.listen.{dialect.Name}";

    public static ListenSettings Read(LayeredSettings settings)
    {
        var on = AllDialects.List.Where(dialect => settings.Text(KeyOf(dialect)) != Off);
        List<(IDialect, int)> ports = [.. on.Select(dialect => (dialect, settings.Port(KeyOf(dialect))))];
        if (ports.Count == 0) throw settings.Wrong(KeyOf(AllDialects.List[0]), ServerTexts.EveryDialectOff);
        return new ListenSettings(
            settings.Address(AddressKey),
            settings.Number("lanchat.server.listen.backlog", 1, 65535),
            settings.Text(WebKey) == Off ? null : settings.Port(WebKey),
            ports);
    }
}
