using LanChat.Client.Display;
using LanChat.Client.Settings;

namespace LanChat.Client.Terminal;

/// <summary>
/// Draws the user's attention with the terminal bell and a desktop notification. Not every terminal
/// reports focus; where focus is unknown, only the bell rings.
/// </summary>
internal sealed class DesktopNotifier(ViewSettings settings)
{
    private const int MaxTextCells = 200;
    private const string Program = "LanChat";
    private const string Bell = "\a";

    private string _pending = "";

    /// <summary>Whether the terminal has the focus; null until it has reported it.</summary>
    public bool? IsFocused { get; set; }

    /// <summary>Requests a notification, unless the terminal has the focus.</summary>
    public void Notify(string room, string text)
    {
        if (IsFocused == true) return;
        _pending = settings.Bell ? Bell : "";
        if (settings.Notify && IsFocused == false) _pending += Notification(Clean(room), Clean(text));
    }

    /// <summary>
    /// Returns the pending escape sequence and clears it; of several calls the last counts.
    /// </summary>
    public string Flush()
    {
        var pending = _pending;
        _pending = "";
        return pending;
    }

    /// <summary>
    /// Sends both notification sequences, OSC 9 (iTerm2, text) and OSC 777 (urxvt, title and text);
    /// terminals ignore the one they do not know.
    /// </summary>
    private static string Notification(string room, string text) =>
        $"\e]9;{Program}: {room}: {text}\a\e]777;notify;{Program}: {room.Replace(';', ',')};{text}\a";

    private static string Clean(string text) => Truncation.Fit(TerminalText.OneLine(text), MaxTextCells);
}
