using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>What the room says, in the words the older clients know (PROTOCOL.md).</summary>
public static class SystemMessages
{
    public static string CannotRemember => "聊天记录暂时无法写入磁盘,先保存在内存中";

    public static string Welcome(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return $"欢迎来自 {Address(member)} 的【{member.Nickname}】加入聊天室!";
    }

    public static string Farewell(Member member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return $"来自 {Address(member)} 的客户端【{member.Nickname}】下线了";
    }

    public static string RemembersAgain(int lost) => lost == 0 ? "聊天记录已恢复写入,没有丢失" : $"聊天记录已恢复写入,丢失 {lost} 条";

    internal static string Renamed(Member before, Member after) => $"【{before.Nickname}】改名为【{after.Nickname}】";

    /// <param name="file">The shared file.</param>
    /// <param name="pages">The base URL of its link.</param>
    internal static string Shared(ChatFile file, string pages) =>
        $"[file] {file.Name}, {file.Size} bytes" + (file.Link is { } link ? $", {pages}{link}" : "");

    internal static string DefaultNotice(PeerAddress room) => $"聊天室地址:{room} \r\n这里是你温馨的港湾,欢迎来到这里!";

    private static string Address(Member member) => $"('{member.Address.Ip}', {member.Address.Port})";
}
