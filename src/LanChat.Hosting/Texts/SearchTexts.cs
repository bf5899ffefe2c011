using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the console says of a search in the whole history of a room.</summary>
public static class SearchTexts
{
    public static string NothingToFind => In(
        $"Nothing was looked for: say what, from whom or when.",
        $"没有查找：请给出内容、发言人或时间。");

    public static string NoMore => In($"That is all.", $"没有更多了。");

    public static string NothingMore => In(
        $"There is nothing more: /search TEXT begins a search.",
        $"没有更多结果：用 /search 内容 开始查找。");

    public static string Around => In($"Around it was said:", $"前后的消息：");

    public static string ServerCannot =>
        In($"This room's server is too old to search its history.", $"这个房间的服务器版本较旧，不能查找历史记录。");

    public static string NotConnected => In($"There is no connection now: nothing can be looked up.", $"现在没有连接，无法查找。");

    public static string NothingBehind(string filter) =>
        In($"Something is missing behind {filter}", $"{filter} 后面缺少内容。");

    public static string NoTime(string typed) => In(
        $"{typed} is no time: write 2026-11-01, or 2026-11-01T09:30.",
        $"{typed} 不是时间：请写成 2026-11-01 或 2026-11-01T09:30。");

    public static string NotInThatRoom(string room) => In(
        $"You are in no room called {room}: a room is named by its number, name or address.",
        $"你不在名为 {room} 的房间里：请写房间的编号、名称或地址。");

    public static string NothingOfNumber(int number) =>
        In($"Nothing of number {number} was found.", $"没有编号为 {number} 的结果。");

    public static string More => In($"There may be more: /more goes on.", $"可能还有更多：/more 继续。");

    public static string NotAll => In($"Not everything was looked through yet: /more goes on.", $"尚未查完：/more 继续。");

    public static string FoundNothing => In($"Nothing was found in the history.", $"历史记录中没有找到。");

    public static string Found => In($"Found in the history, newest first", $"历史记录中的结果，最新的在前");

    public static string FoundInLines => In(
        $"Found in the history, newest first; /show NUMBER shows what was said around it:",
        $"历史记录中找到以下消息，最新的在前；/show 编号 显示前后的消息：");
}
