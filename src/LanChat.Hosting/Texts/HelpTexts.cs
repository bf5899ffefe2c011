using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>
/// What else can be typed and pressed, and what is said to who made a mistake in it.
/// </summary>
public static class HelpTexts
{
    public static string ToOne => In(
        $"say it to everyone, and call the one of that name; @all calls everybody",
        $"对所有人说，并提醒这个昵称的人；@所有人 提醒每一个人");

    public static string Smile => In(
        $"is said as the emoji; Tab takes one from the list, Esc closes it",
        $"发送为表情符号；Tab 从列表中选取，Esc 关闭列表");

    public static string Slash(string text) => In($"say \"{text}\"", $"发送“{text}”");

    public static string Tab => In(
        $"completes names, commands, codes of emoji, and the path of a file to share",
        $"补全昵称、命令、表情代码，以及要分享的文件路径");

    public static string AltEnter => In(
        $"begins another line; what is pasted is said as one message, with its lines",
        $"换行；粘贴的内容作为一条消息发送，保留其中的换行");

    public static string Pages => In(
        $"go back and forth in the talk, as the wheel does; Ctrl+Home and Ctrl+End to its beginning and end",
        $"前后翻看消息，也可以用滚轮；Ctrl+Home 和 Ctrl+End 到开头和结尾");

    public static string AltDigits => In($"Alt+1 to Alt+9", $"Alt+1 至 Alt+9");

    public static string ToNumber => In($"go to the room of that number", $"切换到该编号的房间");

    public static string ToNeighbours => In(
        $"go to the room before, and the next; so do Alt+Left and Alt+Right",
        $"切换到上一个、下一个房间；也可以按 Alt+← 和 Alt+→");

    public static string ToUnread => In(
        $"go to the next room where something was said, first where it was said to you",
        $"切换到下一个有新消息的房间，优先与你有关的");

    public static string Choice => In($"show the rooms near you; Esc goes back", $"显示附近的房间；Esc 返回");

    public static string SearchOn => In(
        $"go to the next older and newer place a search has found",
        $"到更早、更晚的一处查找结果");

    public static string Fold => In(
        $"fold the rooms and the members beside the talk away, or in again",
        $"收起或展开旁边的房间栏和成员栏");

    public static string ThisHelp => In($"shows this", $"显示此帮助");

    public static string Also(string names) => In($"also: {names}", $"也可以写作：{names}");

    public static string SomethingMissing(string usage, string meaning) => In(
        $"Something is missing: {usage} is how to {meaning}.",
        $"缺少内容。用法：{usage}（{meaning}）。");

    public static string NoNumber(string typed) => In($"{typed} is no number of a room.", $"{typed} 不是房间的编号。");

    public static string NoNumberOfPages(string typed) => In($"{typed} is no number of pages.", $"{typed} 不是页数。");

    public static string NothingToFold(string what) => In(
        $"There is no {what} to fold: only rooms, members and comings.",
        $"不能收起 {what}：只能是 rooms、members 或 comings。");

    public static string Interrupt => In(
        $"clears what is typed (↑ brings it back); on an empty line it leaves the program",
        $"清空正在输入的内容（按 ↑ 取回）；在空行上退出程序");

    public static string Suspend => In($"puts the program aside; fg goes on with it", $"暂停程序；用 fg 继续");

    public static string Keys => In($"Keys", $"按键");

    public static string Typed => In($"What can be typed", $"可以输入的内容");

    public static string NoSuchCommand(string command) => In(
        $"There is no command {command}: see /help; begin with // to say it.",
        $"没有命令 {command}：见 /help；要发送以 / 开头的内容，请写成 //。");
}
