using System.Globalization;
using LanChat.Client.Display;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>Formats a message as one line, whatever it contains.</summary>
internal static class MessageLine
{
    /// <summary><c>[16:02:43] nick: text</c> and a line break.</summary>
    public static string Of(ChatMessage message) => string.Create(CultureInfo.InvariantCulture,
        $"[{message.Time:HH:mm:ss}] {TerminalText.OneLine(message.Nickname)}: "
            + $"{TerminalText.OneLine(TranscriptMessage.TextOf(message))}\n");
}
