using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.room</c>.</summary>
/// <param name="Name">The room's name; by default this computer's.</param>
/// <param name="Notice">The notice; empty: the default one, which has the room's address.</param>
/// <param name="HistorySize">Number of said messages in the entrance.</param>
/// <param name="HistorySizeRaw">
/// Number of messages of all kinds in the entrance of clients of the older dialects.
/// </param>
internal sealed record LobbySettings(RoomName Name, string Notice, int HistorySize, int HistorySizeRaw)
{
    /// <summary>Number of newest messages that the room holds in memory.</summary>
    public int KeptAtHand() => HistorySize + HistorySizeRaw;

    private const string NameKey = "lanchat.server.room.name";

    public static LobbySettings Read(LayeredSettings settings) => new(
        NameOf(settings),
        settings.Text("lanchat.server.room.notice"),
        settings.Number("lanchat.server.room.history-size", 0, 10_000),
        settings.Number("lanchat.server.room.history-size-raw", 0, 10_000));

    /// <summary>Whether a history exists for a room of this name.</summary>
    private static bool IsKnown(LayeredSettings settings, RoomName name) =>
        DataSettings.Read(settings).Folder is { } folder && File.Exists(DataPaths.HistoryFileOf(folder, name.Text));

    private static RoomName NameOf(LayeredSettings settings)
    {
        var text = settings.Text(NameKey);
        var isName = RoomName.TryCreate(text.Length == 0 ? Environment.MachineName : text, out var name);
        return isName && (!name.HasInvisible || IsKnown(settings, name))
            ? name
            : throw settings.Wrong(NameKey, ServerTexts.RoomNameRules(RoomName.LongestLength));
    }
}
