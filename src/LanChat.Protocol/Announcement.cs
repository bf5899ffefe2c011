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

    /// <summary>
    /// The names of the server's other rooms, with their members, as far as they fit; null if
    /// absent.
    /// </summary>
    public IReadOnlyList<(string Name, int Members)>? Rooms { get; init; }

    /// <summary>
    /// Whether the server has more rooms than fit; <c>GET /rooms</c> has all of them.
    /// </summary>
    public bool HasMoreRooms { get; init; }

    /// <summary>Encodes the datagram.</summary>
    public byte[] ToDatagram()
    {
        var name = JsonEncodedText.Encode(Name.Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var members = Members is { } count ? $", \"members\": {count}" : "";
        var web = Web is { } page ? $", \"web\": {page.Port}{(page.IsSecure ? ", \"https\": true" : "")}" : "";
        var log = Log is not null ? $", \"log\": \"{Log}\"" : "";
        var own = $$"""{"name": "{{name}}", "ip": "{{Address.Ip}}", "port": {{Address.Port}}{{members}}{{web}}{{log}}""";
        return Encoding.UTF8.GetBytes($"{own}{RoomsWithin(LongestDatagram - Encoding.UTF8.GetByteCount(own) - 1)}}}");
    }

    private string RoomsWithin(int bytes)
    {
        const string begin = ", \"rooms\": [", end = "]", more = ", \"more\": true";
        if (Rooms is not [_, ..]) return "";
        var left = bytes - begin.Length - end.Length - more.Length;
        var fitting = Rooms
            .Select(room => $"[\"{JsonEncodedText.Encode(room.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\", {room.Members}]")
            .TakeWhile(room => (left -= Encoding.UTF8.GetByteCount(room) + ", ".Length) >= 0)
            .ToArray();
        var isAll = fitting.Length == Rooms.Count && !HasMoreRooms;
        return $"{begin}{string.Join(", ", fitting)}{end}{(isAll ? "" : more)}";
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
                name, address, NumberIn(fields, "members", int.MaxValue), WebIn(fields), LogIn(fields))
            {
                Rooms = RoomsIn(fields),
                HasMoreRooms = fields.TryGetProperty("more"u8, out var more) && more.ValueKind == JsonValueKind.True,
            };
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

    // Names from the network: what is no room name is left out.
    private static (string Name, int Members)[]? RoomsIn(JsonElement fields) =>
        fields.TryGetProperty("rooms"u8, out var rooms) && rooms.ValueKind == JsonValueKind.Array
            ? [.. rooms.EnumerateArray().Select(RoomIn).OfType<(string Name, int Members)>()]
            : null;

    private static (string Name, int Members)? RoomIn(JsonElement room) =>
        room.ValueKind == JsonValueKind.Array && room.GetArrayLength() == 2
        && room[0].ValueKind == JsonValueKind.String && RoomName.TryCreate(room[0].GetString(), out var name)
        && room[1].ValueKind == JsonValueKind.Number && room[1].TryGetInt32(out var members) && members >= 0
            ? (name.Text, members)
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
