using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.room</c>.</summary>
/// <param name="Name">The room's name; this computer's when none was set.</param>
/// <param name="Notice">Empty for the default notice, which names the room's address.</param>
/// <param name="HistorySize">How many messages a newcomer is shown.</param>
internal sealed record RoomSettings(RoomName Name, string Notice, int HistorySize)
{
    private const string NameKey = "lanchat.server.room.name";

    public static RoomSettings Read(LayeredSettings settings) => new(
        NameOf(settings),
        settings.Text("lanchat.server.room.notice"),
        settings.Number("lanchat.server.room.history-size", 0, 10_000));

    private static RoomName NameOf(LayeredSettings settings)
    {
        var text = settings.Text(NameKey);
        return RoomName.TryCreate(text.Length == 0 ? Environment.MachineName : text, out var name)
            ? name
            : throw settings.Wrong(NameKey, ServerTexts.RoomNameRules(RoomName.LongestLength));
    }
}
