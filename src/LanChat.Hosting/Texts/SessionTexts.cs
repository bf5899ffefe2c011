using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>How a stay in a room goes.</summary>
public static class SessionTexts
{
    public static string BackIn(string room) => In($"Back in {room}.", $"已回到 {room}。");

    public static string TryingAgain(string why, double seconds) => In(
        $"{why} Trying again in {seconds:0.#} s.",
        $"{why}{seconds:0.#} 秒后重试。");

    public static string HowToGiveUp => In($"Ctrl+C gives up.", $"按 Ctrl+C 放弃。");

    public static string CannotHearRooms(int port) => In(
        $"UDP port {port}, which rooms are announced on, cannot be listened on: another program holds it.",
        $"无法监听房间广播所用的 UDP 端口 {port}：它被另一个程序占用。");
}
