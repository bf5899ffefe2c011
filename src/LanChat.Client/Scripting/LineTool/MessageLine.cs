using System.Globalization;
using LanChat.Client.Display;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>Messages as the line tool prints them: one line each, whatever is in them.</summary>
internal static class MessageLine
{
    /// <summary><c>[16:02:43] nick: text</c> and a line end.</summary>
    public static string Of(ChatMessage message) => string.Create(CultureInfo.InvariantCulture,
        $"[{message.Time:HH:mm:ss}] {TerminalText.OneLine(message.Nickname)}: "
            + $"{TerminalText.OneLine(MessageWording.TextOf(message))}\n");
}
