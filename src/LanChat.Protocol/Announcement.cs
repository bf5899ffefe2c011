using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanChat.Protocol;

/// <summary>
/// A room makes itself known: one UDP datagram, <c>{"name": "…", "ip": "192.168.38.149", "port":
/// 8001, "members": 3, "web": 8080, "log": "0123456789abcdef"}</c> in UTF-8, sent to port 8000 of
/// every device every 2 s (both settings).
/// </summary>
/// <param name="Name">The room's name.</param>
/// <param name="Address">Where it can be entered by TCP.</param>
/// <param name="Members">How many are in it; null: it does not say.</param>
/// <param name="Web">Where its page for browsers is; null: it has none, or does not say.</param>
/// <param name="Log">
/// Which history is its own (<see cref="LogId"/>), the same in every network it is announced in;
/// null: it does not say.
/// </param>
public sealed record Announcement(
    RoomName Name, PeerAddress Address, int? Members = null, WebDoor? Web = null, string? Log = null)
{
    /// <summary>
    /// The UDP port that announcements are sent to unless settings say otherwise.
    /// </summary>
    public const int DefaultPort = 8000;

    /// <summary>A longer datagram is no announcement.</summary>
    public const int LongestDatagram = 2048;

    /// <summary>The datagram.</summary>
    public byte[] ToDatagram()
    {
        var name = JsonEncodedText.Encode(Name.Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var members = Members is { } count ? $", \"members\": {count}" : "";
        var web = Web is { } door ? $", \"web\": {door.Port}{(door.IsSecure ? ", \"https\": true" : "")}" : "";
        var log = Log is not null ? $", \"log\": \"{Log}\"" : "";
        return Encoding.UTF8.GetBytes(
            $$"""{"name": "{{name}}", "ip": "{{Address.Ip}}", "port": {{Address.Port}}{{members}}{{web}}{{log}}}""");
    }

    /// <summary>
    /// Reads a datagram that came from <paramref name="source"/>. The source's own address wins
    /// when the announced <c>ip</c> can't be right: when it is missing, no address, 0.0.0.0,
    /// multicast or broadcast, or loopback though the datagram came from elsewhere.
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
            // Anything may arrive on an open UDP port; JsonElement says with these that it is no
            // announcement.
        }

        return announcement is not null;
    }

    private static int? NumberIn(JsonElement fields, string name, int most) =>
        fields.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number
        && field.TryGetInt32(out var number) && number >= 0 && number <= most
            ? number
            : null;

    private static WebDoor? WebIn(JsonElement fields) => NumberIn(fields, "web", IPEndPoint.MaxPort) is > 0 and var port
        ? new WebDoor(port, fields.TryGetProperty("https"u8, out var secure) && secure.ValueKind == JsonValueKind.True)
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
