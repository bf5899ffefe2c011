using System.Text.RegularExpressions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>
/// What the room itself says, in this user's language. Over the wire it comes in the words that the older clients know (PROTOCOL.md), with a
/// kind; whatever is worded otherwise is shown as it came.
/// </summary>
internal static partial class RoomVoice
{
    /// <summary>The text to show in place of the message's own.</summary>
    public static string TextOf(ChatMessage message) => message switch
    {
        { Kind: MessageKind.Joined } when ComingIn(message) is { } name => RoomTexts.CameIn(name),
        { Kind: MessageKind.Left } when ComingIn(message) is { } name => RoomTexts.Left(name),
        { Kind: MessageKind.Renamed } when Renaming().Match(message.Text) is { Success: true } match => RoomTexts.Renamed(Name(match), match.Groups["now"].Value),
        { Kind: MessageKind.File, File: { } file } => OfFile(file),
        _ => message.Text,
    };

    /// <summary>Who came or went, if this says so.</summary>
    public static string? ComingIn(ChatMessage message) => message.Kind switch
    {
        MessageKind.Joined when Arrival().Match(message.Text) is { Success: true } match => Name(match),
        MessageKind.Left when Departure().Match(message.Text) is { Success: true } match => Name(match),
        _ => null,
    };

    /// <summary>That a file is shared, and where it is when its link is a whole address.</summary>
    public static string OfFile(ChatFile file) => file.Link is { } link && !link.StartsWith('/')
        ? RoomTexts.SharedAt(file.Name, file.Size, link)
        : RoomTexts.Shared(file.Name, file.Size);

    private static string Name(Match match) => match.Groups["nick"].Value;

    [GeneratedRegex(@"^欢迎来自 \('[^']+', \d{1,5}\) 的【(?<nick>.+)】加入聊天室!\z", RegexOptions.Singleline)]
    private static partial Regex Arrival();

    [GeneratedRegex(@"^来自 \('[^']+', \d{1,5}\) 的客户端【(?<nick>.+)】下线了\z", RegexOptions.Singleline)]
    private static partial Regex Departure();

    [GeneratedRegex(@"^【(?<nick>.+)】改名为【(?<now>.+)】\z", RegexOptions.Singleline)]
    private static partial Regex Renaming();
}
