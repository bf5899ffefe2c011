using System.Net;
using System.Net.Sockets;
using LanChat.Texts;

namespace LanChat.Settings;

/// <summary>How rooms are announced and heard: <c>lanchat.discovery</c>.</summary>
/// <param name="Port">The UDP port announcements go to.</param>
/// <param name="Interval">How often.</param>
/// <param name="Targets">
/// Where to, instead of every interface's directed broadcast address; empty for those.
/// </param>
public sealed record DiscoverySettings(int Port, TimeSpan Interval, IReadOnlyList<IPAddress> Targets)
{
    /// <summary>Reads and checks them.</summary>
    public static DiscoverySettings Read(LayeredSettings settings) => new(
        settings.Port("lanchat.discovery.port"),
        settings.Duration("lanchat.discovery.interval", TimeSpan.FromMilliseconds(10)),
        [.. settings.List("lanchat.discovery.targets").Select(text => Target(settings, text))]);

    private static IPAddress Target(LayeredSettings settings, string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork
            ? address
            : throw settings.Wrong("lanchat.discovery.targets", SettingsTexts.NotAnIPv4Address(text));
}
