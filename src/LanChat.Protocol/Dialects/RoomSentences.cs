namespace LanChat.Protocol.Dialects;

/// <summary>
/// The room sentences: the fixed texts of system messages in the older dialects and in <c>hello:
/// 1</c>. They are part of the protocol (PROTOCOL.md) and never change.
/// </summary>
public static class RoomSentences
{
    /// <summary>The store is unavailable.</summary>
    public static string StoreUnavailable => "聊天记录暂时无法写入磁盘,先保存在内存中";

    /// <summary>A member joined.</summary>
    public static string Joined(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return $"欢迎来自 {Address(member)} 的【{member.Nickname}】加入聊天室!";
    }

    /// <summary>A member left.</summary>
    public static string Left(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return $"来自 {Address(member)} 的客户端【{member.Nickname}】下线了";
    }

    /// <summary>A member was renamed.</summary>
    public static string Renamed(string was, string now) => $"【{was}】改名为【{now}】";

    /// <summary>The store is available again.</summary>
    public static string StoreRecovered(long lost) => lost == 0 ? "聊天记录已恢复写入,没有丢失" : $"聊天记录已恢复写入,丢失 {lost} 条";

    /// <summary>A member shared a file; contains its URL, if it has one.</summary>
    public static string Shared(ChatFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return $"[file] {file.Name}, {file.Size} bytes" + (file.Link is { } link ? $", {file.Site}{link}" : "");
    }

    /// <summary>The notice of a room without a configured one.</summary>
    public static string DefaultNotice(PeerAddress room) => $"聊天室地址:{room} \r\n这里是你温馨的港湾,欢迎来到这里!";

    /// <summary>Returns the text of any message.</summary>
    public static string TextOf(ChatMessage message) => message switch
    {
        { Text: "", System: { } what } => Of(what),
        { File: { } file } when message.Text == file.Name => Shared(file),
        _ => message.Text,
    };

    /// <summary>Returns the message as text alone, without fields.</summary>
    internal static ChatMessage AsText(ChatMessage message) =>
        message with { Text = TextOf(message), File = null, System = null };

    private static string Of(SystemMessage what) => what switch
    {
        SystemMessage.Joined joined => Joined(joined.Member),
        SystemMessage.Left left => Left(left.Member),
        SystemMessage.Renamed renamed => Renamed(renamed.Was, renamed.Member.Nickname),
        SystemMessage.StoreUnavailable => StoreUnavailable,
        SystemMessage.StoreRecovered recovered => StoreRecovered(recovered.Lost),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, message: null),
    };

    private static string Address(Member member) => $"('{member.Address.Ip}', {member.Address.Port})";
}
