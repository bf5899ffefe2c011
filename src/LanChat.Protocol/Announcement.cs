using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanChat.Protocol;

/// <summary>
/// One UDP datagram by which a room makes itself known: <c>{"name": "…", "ip": "192.168.38.149",
/// "port": 8001, "members": 3, "web": 8080, "log": "0123456789abcdef"}</c> in UTF-8, by default
/// broadcast to port 8000 every 2 s.
/// </summary>
/// <param name="Name">The room name.</param>
/// <param name="Address">The TCP endpoint of the room.</param>
/// <param name="Members">The number of members; null if absent.</param>
/// <param name="Web">The web endpoint; null if the room has none or the field is absent.</param>
/// <param name="Log">
/// The <see cref="LogId"/> of the room's history, the same in every network; null if absent.
/// </param>
public sealed record Announcement(
    RoomName Name, PeerAddress Address, int? Members = null, WebEndpoint? Web = null, string? Log = null)
{
    /// <summary>The default UDP port of announcements.</summary>
    public const int DefaultPort = 8000;

    /// <summary>The maximum size of a datagram in bytes; longer ones are ignored.</summary>
    public const int LongestDatagram = 2048;

    /// <summary>Encodes the datagram.</summary>
    public byte[] ToDatagram()
    {
        var name = JsonEncodedText.Encode(Name.Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var members = Members is { } count ? $", \"members\": {count}" : "";
        var web = Web is { } page ? $", \"web\": {page.Port}{(page.IsSecure ? ", \"https\": true" : "")}" : "";
        var log = Log is not null ? $", \"log\": \"{Log}\"" : "";
        return Encoding.UTF8.GetBytes(
            $$"""{"name": "{{name}}", "ip": "{{Address.Ip}}", "port": {{Address.Port}}{{members}}{{web}}{{log}}}""");
    }

    /// <summary>
    /// Decodes a datagram. The address of <paramref name="source"/> replaces an announced <c>ip</c>
    /// that cannot be right: missing, not an IPv4 address, 0.0.0.0/8, multicast, broadcast, or
    /// loopback in a datagram from another computer.
    /// </summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> datagram, IPAddress source, [NotNullWhen(true)] out Announcement? announcement)
    {
        ArgumentNullException.ThrowIfNull(source);
        announcement = null;
        if (source.IsIPv4MappedToIPv6) source = source.MapToIPv4();
        if (datagram.Length > LongestDatagram) return false;
        try
        {
            using var document = JsonDocument.Parse(datagram);
            var fields = document.RootElement;
            if (!RoomName.TryCreate(fields.GetProperty("name"u8).GetString(), out var name)) return false;
            var port = fields.GetProperty("port"u8).GetInt32();
            if (port is < 1 or > IPEndPoint.MaxPort) return false;
            var address = PeerAddress.Of(new IPEndPoint(Believable(fields, source) ?? source, port));
            announcement = new Announcement(
                name, address, NumberIn(fields, "members", int.MaxValue), WebIn(fields), LogIn(fields));
        }
        catch (Exception wrong) when (
            wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // Any bytes may arrive at an open UDP port; JsonElement throws these for an unexpected
            // type or a missing field.
        }

        return announcement is not null;
    }

    private static int? NumberIn(JsonElement fields, string name, int most) =>
        fields.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number
        && field.TryGetInt32(out var number) && number >= 0 && number <= most
            ? number
            : null;

    private static WebEndpoint? WebIn(JsonElement fields) =>
        NumberIn(fields, "web", IPEndPoint.MaxPort) is > 0 and var port
            ? new WebEndpoint(
                port, fields.TryGetProperty("https"u8, out var secure) && secure.ValueKind == JsonValueKind.True)
            : null;

    private static string? LogIn(JsonElement fields) =>
        fields.TryGetProperty("log"u8, out var log) && log.ValueKind == JsonValueKind.String
        && LogId.Is(log.GetString())
            ? log.GetString()
            : null;

    private static IPAddress? Believable(JsonElement fields, IPAddress source)
    {
        if (!fields.TryGetProperty("ip"u8, out var text) || text.ValueKind != JsonValueKind.String) return null;
        if (!IPAddress.TryParse(text.GetString(), out var ip) || ip.AddressFamily != AddressFamily.InterNetwork)
            return null;
        if (IPAddress.IsLoopback(ip)) return IPAddress.IsLoopback(source) ? ip : null;
        return ip.GetAddressBytes()[0] is 0 or >= 224 ? null : ip;
    }
}
