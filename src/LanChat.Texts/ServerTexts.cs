using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the server says to who starts it. Its log speaks English only, so that it can be searched.</summary>
public static class ServerTexts
{
    public static string Purpose => In($"Opens a chat room for everyone on the local network.", $"为局域网里的所有人开一个聊天房间。");

    public static string Name => In($"What the room is called.", $"房间的名称。");

    public static string Port => In($"The TCP port to listen on (8001).", $"监听的 TCP 端口（8001）。");

    public static string Notice => In($"What is shown at the top of the room.", $"显示在房间顶部的公告。");

    public static string AllDialects => In(
        $"Serve the older clients as well, each at its usual port.",
        $"同时接待各种旧客户端，各用其惯用端口。");

    public static string Verbose => In($"Log more.", $"记录更详细的日志。");

    public static string Version(string version, string runsOn) => In(
        $"LanChat server {version} on {runsOn}",
        $"LanChat 服务器 {version}，运行于 {runsOn}");

    public static string Banner(string version, string room, string addresses, string ports, int announcedOn) => In(
        $"""
        {version}
        Room      {room}
        Enter at  {addresses}
        Ports     {ports} (TCP), announced on {announcedOn} (UDP)
        Ctrl+C closes the room.
        """,
        $"""
        {version}
        房间      {room}
        地址      {addresses}
        端口      {ports}（TCP），在 {announcedOn}（UDP）上广播
        按 Ctrl+C 关闭房间。
        """);

    public static string RoomNameRules(int longest) => In(
        $"a room's name has 1 to {longest} characters, no control characters and no white space at its ends",
        $"房间名称须为 1 到 {longest} 个字符，不含控制字符，首尾没有空白");

    public static string EveryDialectOff => In(
        $"every dialect is off, so nobody could come in",
        $"所有协议都已关闭，没有人能进来");

    public static string NoPortToAnnounceOn => In($"0 is no port to announce on", $"不能在端口 0 上广播");

    public static string CannotListen(string endPoint, string why) => In(
        $"cannot listen on {endPoint}: {why}",
        $"无法监听 {endPoint}：{why}");
}
