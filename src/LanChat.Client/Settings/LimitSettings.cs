using LanChat.Settings;

namespace LanChat.Client.Settings;

/// <summary>What is kept in memory at most: <c>lanchat.client.limits</c>.</summary>
/// <param name="Rooms">How many rooms are listed.</param>
/// <param name="Waiting">How many lines may wait to be sent or to be answered by the room.</param>
/// <param name="Line">The most bytes of one line from a server or from standard input.</param>
internal sealed record LimitSettings(int Rooms, int Waiting, int Line)
{
    public static LimitSettings Read(LayeredSettings settings) => new(
        settings.Number("lanchat.client.limits.rooms", 1, 1_000_000),
        settings.Number("lanchat.client.limits.waiting", 1, 1_000_000),
        settings.Size("lanchat.client.limits.line", 64 * 1024));
}
