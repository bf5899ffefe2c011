using LanChat.Client.Keys;
using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Settings;

/// <summary>Everything a client can be told: <c>lanchat.client</c>.</summary>
/// <param name="Nick">The name to enter rooms by; null when none was set.</param>
/// <param name="Reconnect">How a lost connection is made again.</param>
/// <param name="Limits">What is kept in memory at most.</param>
/// <param name="View">What the console shows and does.</param>
/// <param name="Theme">How it looks.</param>
/// <param name="Key">The file of the key names belong to; null for none.</param>
internal sealed record ClientSettings(Nick? Nick, ReconnectSettings Reconnect, LimitSettings Limits, ViewSettings View, ThemeSettings Theme, string? Key)
{
    private const string NickKey = "lanchat.client.nick";

    public static ClientSettings Read(LayeredSettings settings) =>
        new(ReadNick(settings), ReconnectSettings.Read(settings), LimitSettings.Read(settings), ViewSettings.Read(settings),
            ThemeSettings.Read(settings), ReadKey(settings));

    /// <summary>The name this user goes by on this computer, if a room takes it.</summary>
    public static Nick? UserName => LanChat.Protocol.Nick.TryCreate(Environment.UserName, out var nick, out _) ? nick : null;

    private static string? ReadKey(LayeredSettings settings) => settings.Text("lanchat.client.key") switch
    {
        "" => KeyFile.UsualPath,
        "off" => null,
        var file => file,
    };

    private static Nick? ReadNick(LayeredSettings settings)
    {
        if (settings.Text(NickKey) is not { Length: > 0 } text) return null;
        return LanChat.Protocol.Nick.TryCreate(text, out var nick, out var refusal) ? nick : throw settings.Wrong(NickKey, RefusalTexts.Of(refusal.Code, refusal.Text));
    }
}
