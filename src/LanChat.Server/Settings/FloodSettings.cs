using LanChat.Protocol;
using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary>
/// <c>lanchat.server.flood</c>: rate limits of clients. A rate of 0 disables them.
/// </summary>
internal sealed record FloodSettings(int Burst, int Rate, int AddressBurst, int AddressRate, TimeSpan Patience)
{
    private const int Most = 1_000_000;

    /// <summary>The limit as sent to clients; null without one.</summary>
    public RateLimit? RateLimit() => Rate == 0 ? null : new RateLimit(Burst, Rate);

    public static FloodSettings Read(LayeredSettings settings) => new(
        settings.Number("lanchat.server.flood.burst", 1, Most),
        settings.Number("lanchat.server.flood.rate", 0, Most),
        settings.Number("lanchat.server.flood.address-burst", 1, Most),
        settings.Number("lanchat.server.flood.address-rate", 0, Most),
        settings.Duration("lanchat.server.flood.patience", TimeSpan.FromSeconds(1)));
}
