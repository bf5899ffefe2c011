using LanChat.Settings;

namespace LanChat.Client.Settings;

/// <summary>Limits of memory: <c>lanchat.client.limits</c>.</summary>
/// <param name="Rooms">Maximum number of rooms in the room directory.</param>
/// <param name="Waiting">Maximum number of requests that are unsent or not acknowledged.</param>
/// <param name="Line">Maximum bytes of a line from a server or from standard input.</param>
internal sealed record LimitSettings(int Rooms, int Waiting, int Line)
{
    public static LimitSettings Read(LayeredSettings settings) => new(
        settings.Number("lanchat.client.limits.rooms", 1, 1_000_000),
        settings.Number("lanchat.client.limits.waiting", 1, 1_000_000),
        settings.Size("lanchat.client.limits.line", 64 * 1024));
}
