using LanChat.Client.Display;
using LanChat.Client.Settings;

namespace LanChat.Client.Terminal;

/// <summary>
/// Calls the user who looks elsewhere to the terminal, by its bell and by a notification of the desktop. Not every terminal tells whether it
/// has the focus: where that is not known, only the bell rings.
/// </summary>
internal sealed class Attention(ViewSettings settings)
{
    private const int LongestText = 200;
    private const string Program = "LanChat";
    private const string Bell = "\a";

    private string _call = "";

    /// <summary>Whether the terminal has the focus; null as long as it has not told.</summary>
    public bool? IsFocused { get; set; }

    /// <summary>Something is said to this user, in this room.</summary>
    public void Call(string room, string text)
    {
        if (IsFocused == true) return;
        _call = settings.Bell ? Bell : "";
        if (settings.Notify && IsFocused == false) _call += Notification(Clean(room), Clean(text));
    }

    /// <summary>What the terminal is to be sent, once; of several calls the last.</summary>
    public string Take()
    {
        var call = _call;
        _call = "";
        return call;
    }

    /// <summary>The two sequences terminals know: a text (iTerm2's), and a title and a text (urxvt's); others pass over them.</summary>
    private static string Notification(string room, string text) =>
        $"\e]9;{Program}: {room}: {text}\a\e]777;notify;{Program}: {room.Replace(';', ',')};{text}\a";

    private static string Clean(string text) => Fitting.Fit(TerminalText.OneLine(text), LongestText);
}
