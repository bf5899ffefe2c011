using LanChat.Client.Keys;
using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Settings;

/// <summary>All settings of the client: <c>lanchat.client</c>.</summary>
/// <param name="Nick">The nickname; null if not set.</param>
/// <param name="Reconnect">Backoff of reconnecting.</param>
/// <param name="Limits">Limits of memory.</param>
/// <param name="View">Behaviour of the terminal client.</param>
/// <param name="Theme">Colours and styles.</param>
/// <param name="Key">Path of the device key; null for none.</param>
internal sealed record ClientSettings(
    Nick? Nick,
    ReconnectSettings Reconnect,
    LimitSettings Limits,
    ViewSettings View,
    ThemeSettings Theme,
    string? Key)
{
    private const string NickKey = "lanchat.client.nick";

    public static ClientSettings Read(LayeredSettings settings) =>
        new(
            ReadNick(settings),
            ReconnectSettings.Read(settings),
            LimitSettings.Read(settings),
            ViewSettings.Read(settings),
            ThemeSettings.Read(settings),
            ReadKey(settings));

    /// <summary>The user name of the system, if it is a valid nickname.</summary>
    public static Nick? UserName =>
        LanChat.Protocol.Nick.TryCreate(Environment.UserName, out var nick, out _) ? nick : null;

    private static string? ReadKey(LayeredSettings settings) => settings.Text("lanchat.client.key") switch
    {
        "" => KeyFile.DefaultPath,
        "off" => null,
        var file => file,
    };

    private static Nick? ReadNick(LayeredSettings settings)
    {
        if (settings.Text(NickKey) is not { Length: > 0 } text) return null;
        return LanChat.Protocol.Nick.TryCreate(text, out var nick, out var refusal)
            ? nick
            : throw settings.Wrong(NickKey, RefusalTexts.Of(refusal.Code, refusal.Text));
    }
}
