using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>Why there is no connection, and why a line is not sent over one.</summary>
public static class ConnectionTexts
{
    public static string NoSuchHost(string host) => In($"There is no host called {host}.", $"没有名为 {host} 的主机。");

    public static string LookUpTimedOut(string host) => In(
        $"The host {host} could not be looked up in time.",
        $"未能及时查到主机 {host} 的地址。");

    public static string NobodyAnswers(string address) => In($"Nobody answers at {address}.", $"{address} 没有应答。");

    public static string NotLikeARoom(string address) =>
        In($"{address} does not answer like a room.", $"{address} 的应答不像是房间。");

    public static string RoomSilent => In($"The room does not answer.", $"房间没有应答。");

    public static string Lost => In($"The connection was lost.", $"连接断开了。");

    public static string TooMuchAtOnce => In(
        $"The server sent more at once than this client takes.",
        $"服务器一次发来的内容超过了本客户端的上限。");

    public static string TooManyWaiting => In($"too many lines are waiting already", $"等待发送的内容已经太多");

    public static string HoldsNul => In($"it holds a NUL character", $"含有 NUL 字符");

    public static string MayBeSaid => In(
        $"it was sent before, and this server cannot tell whether it arrived",
        $"之前已经发送过，而这个服务器无法判断是否送达");

    public static string LineTooLong(int most) =>
        In($"the room takes at most {most} bytes a line", $"房间每行最多接受 {most} 字节");
}
