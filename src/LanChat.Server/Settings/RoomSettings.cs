using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.room</c>.</summary>
/// <param name="Name">The room's name; this computer's when none was set.</param>
/// <param name="Notice">Empty for the default notice, which names the room's address.</param>
/// <param name="HistorySize">How much of what people said a newcomer is shown.</param>
/// <param name="HistorySizeRaw">How many messages of every kind a newcomer of the older systems is shown.</param>
internal sealed record RoomSettings(RoomName Name, string Notice, int HistorySize, int HistorySizeRaw)
{
    /// <summary>How many of the last messages a room has at hand for all of them.</summary>
    public int KeptAtHand() => HistorySize + HistorySizeRaw;

    private const string NameKey = "lanchat.server.room.name";

    public static RoomSettings Read(LayeredSettings settings) => new(
        NameOf(settings),
        settings.Text("lanchat.server.room.notice"),
        settings.Number("lanchat.server.room.history-size", 0, 10_000),
        settings.Number("lanchat.server.room.history-size-raw", 0, 10_000));

    /// <summary>Whether something was kept for a room of that name.</summary>
    private static bool IsKnown(LayeredSettings settings, RoomName name) =>
        DataSettings.Read(settings).Folder is { } folder && File.Exists(DataPaths.HistoryFileOf(folder, name.Text));

    private static RoomName NameOf(LayeredSettings settings)
    {
        var text = settings.Text(NameKey);
        return RoomName.TryCreate(text.Length == 0 ? Environment.MachineName : text, out var name) && (!name.HasInvisible || IsKnown(settings, name))
            ? name
            : throw settings.Wrong(NameKey, ServerTexts.RoomNameRules(RoomName.LongestLength));
    }
}
