using System.Globalization;
using LanChat.Rooms;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.rooms</c>: rooms beside the lobby.</summary>
internal sealed record RoomsSettings
{
    /// <summary>Who may open a room.</summary>
    public required OpeningPolicy Open { get; init; }

    /// <summary>Maximum rooms, the lobby and archived ones included.</summary>
    public required int Max { get; init; }

    /// <summary>Maximum rooms that one device key, or one address without keys, has open.</summary>
    public required int PerPerson { get; init; }

    /// <summary>
    /// After this time without members a room's history is closed until somebody enters.
    /// </summary>
    public required TimeSpan Idle { get; init; }

    /// <summary>A room in which nobody spoke is removed after this time.</summary>
    public required TimeSpan Unspoken { get; init; }

    /// <summary>The ports that rooms may have of their own.</summary>
    public required IReadOnlyList<int> Ports { get; init; }

    /// <summary>Whether to print a one-time code while the server has no owner.</summary>
    public required bool OwnerCode { get; init; }

    private const string OpenKey = "lanchat.server.rooms.open";
    private const string PortsKey = "lanchat.server.rooms.ports";
    private const int MaxPorts = 1000;

    public static RoomsSettings Read(LayeredSettings settings) => new()
    {
        Open = settings.Text(OpenKey) switch
        {
            "all" => OpeningPolicy.All,
            "named" => OpeningPolicy.Named,
            "trusted" => OpeningPolicy.Trusted,
            "moderators" => OpeningPolicy.Moderators,
            "off" => OpeningPolicy.Off,
            var other => throw settings.Wrong(OpenKey, ServerTexts.UnknownOpening(other)),
        },
        OwnerCode = settings.Switch("lanchat.server.rooms.owner-code"),
        Ports = PortsOf(settings),
        Max = settings.Number("lanchat.server.rooms.max", 1, 100_000),
        PerPerson = settings.Number("lanchat.server.rooms.per-person", 1, 100_000),
        Idle = settings.Period("lanchat.server.rooms.idle", TimeSpan.FromSeconds(1)),
        Unspoken = settings.Period("lanchat.server.rooms.unspoken", TimeSpan.FromSeconds(1)),
    };

    // "8011-8019", or one port, or nothing.
    private static IReadOnlyList<int> PortsOf(LayeredSettings settings)
    {
        var text = settings.Text(PortsKey);
        if (text.Length == 0) return [];
        var ends = text.Split('-')
            .Select(end => ushort.TryParse(end, CultureInfo.InvariantCulture, out var port) ? port : 0)
            .ToArray();
        return ends is [> 0 and var first] ? [first]
            : ends is [> 0 and var from, > 0 and var to] && to >= from && to - from < MaxPorts
                ? [.. Enumerable.Range(from, to - from + 1)]
                : throw settings.Wrong(PortsKey, ServerTexts.NotPorts(text));
    }
}
