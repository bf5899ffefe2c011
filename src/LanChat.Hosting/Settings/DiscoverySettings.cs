using System.Net;
using System.Net.Sockets;
using LanChat.Texts;

namespace LanChat.Settings;

/// <summary>The settings <c>lanchat.discovery</c>.</summary>
/// <param name="Port">The UDP port of announcements.</param>
/// <param name="Interval">The time between two announcements.</param>
/// <param name="Targets">
/// The addresses to send to; empty means the directed broadcast address of every interface.
/// </param>
public sealed record DiscoverySettings(int Port, TimeSpan Interval, IReadOnlyList<IPAddress> Targets)
{
    /// <summary>Reads and validates the settings.</summary>
    public static DiscoverySettings Read(LayeredSettings settings) => new(
        settings.Port("lanchat.discovery.port"),
        settings.Duration("lanchat.discovery.interval", TimeSpan.FromMilliseconds(10)),
        [.. settings.List("lanchat.discovery.targets").Select(text => Target(settings, text))]);

    private static IPAddress Target(LayeredSettings settings, string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork
            ? address
            : throw settings.Wrong("lanchat.discovery.targets", SettingsTexts.NotAnIPv4Address(text));
}
