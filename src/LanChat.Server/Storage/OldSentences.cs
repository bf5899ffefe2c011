using System.Globalization;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Storage;

/// <summary>
/// Parses the room sentences that earlier versions stored into fields. Used only by migrations and
/// imports. A text is replaced only if the parsed fields produce the same text again.
/// </summary>
internal static class OldSentences
{
    private const string Came = "欢迎来自 ('";
    private const string Went = "来自 ('";

    /// <summary>The message with fields; unchanged if it has no room sentence.</summary>
    /// <param name="message">The stored message.</param>
    /// <param name="about">The member it is about, if that was stored beside the sentence.</param>
    public static ChatMessage Read(ChatMessage message, Member? about)
    {
        if (message is { Kind: MessageKind.File, File: { } file }) return Shared(message, file);
        var system = message.Kind switch
        {
            _ when message.Text.Length == 0 => null,
            MessageKind.Joined =>
                Somebody(message.Text, Came, "】加入聊天室!", about) is { } who ? new SystemMessage.Joined(who) : null,
            MessageKind.Left =>
                Somebody(message.Text, Went, "】下线了", about) is { } who ? new SystemMessage.Left(who) : null,
            MessageKind.Renamed => Renamed(message.Text, about),
            MessageKind.Room => OfStore(message.Text),
            _ => (SystemMessage?)null,
        };
        if (system is null) return message;
        var read = message with { System = system, Text = "" };
        return RoomSentences.TextOf(read) == message.Text ? read : message;
    }

    private static ChatMessage Shared(ChatMessage message, ChatFile file)
    {
        var before = $"{RoomSentences.Shared(file with { Link = null })}, ";
        var isAt = file.Link is { } link && message.Text.Length >= before.Length + link.Length
            && message.Text.EndsWith(link, StringComparison.Ordinal);
        var site = isAt ? message.Text[before.Length..^file.Link!.Length] : file.Site;
        var read = message with { Text = file.Name, File = file with { Site = site } };
        return RoomSentences.TextOf(read) == message.Text ? read : message;
    }

    /// <summary>
    /// An address stands between the beginning and the nickname; it contains no quote.
    /// </summary>
    private static Member? Somebody(string text, string beginning, string end, Member? about)
    {
        if (about is not null) return about;
        var middle = beginning == Came ? ") 的【" : ") 的客户端【";
        var nick = text.IndexOf(middle, StringComparison.Ordinal) + middle.Length;
        var port = text.IndexOf("', ", StringComparison.Ordinal) + "', ".Length;
        var isOne = text.StartsWith(beginning, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal)
            && port > beginning.Length && nick - middle.Length > port && nick < text.Length - end.Length
            && int.TryParse(text[port..(nick - middle.Length)], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return !isOne ? null : new Member(text[nick..^end.Length], new PeerAddress(
            text[beginning.Length..(port - "', ".Length)],
            int.Parse(
                text.AsSpan(port, nick - middle.Length - port), NumberStyles.None, CultureInfo.InvariantCulture)));
    }

    /// <summary>
    /// The known new nickname determines where the old one ends, whatever characters they contain.
    /// </summary>
    private static SystemMessage.Renamed? Renamed(string text, Member? about)
    {
        var end = about is null ? 0 : text.Length - RoomSentences.Renamed("", about.Nickname).Length + 1;
        return end > 1 ? new SystemMessage.Renamed(about!, text[1..end]) : null;
    }

    private static SystemMessage? OfStore(string text)
    {
        const string before = "聊天记录已恢复写入,丢失 ";
        if (text == RoomSentences.StoreUnavailable) return new SystemMessage.StoreUnavailable();
        if (text == RoomSentences.StoreRecovered(0)) return new SystemMessage.StoreRecovered(0);
        var isCounted = text.StartsWith(before, StringComparison.Ordinal)
            && text.EndsWith(" 条", StringComparison.Ordinal);
        return isCounted && long.TryParse(
            text[before.Length..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var lost)
            ? new SystemMessage.StoreRecovered(lost)
            : null;
    }
}
