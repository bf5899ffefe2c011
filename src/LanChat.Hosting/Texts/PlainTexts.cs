using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>
/// What the plain view says: lines to be listened to, each with a word in front that tells what it
/// is.
/// </summary>
public static class PlainTexts
{
    public static string Purpose => In(
        $"One line for each event and no full screen, as screen readers like it.",
        $"不用全屏，每个事件一行，适合屏幕阅读器。");

    public static string Note(string text) => In($"note: {text}", $"提示：{text}");

    public static string Problem(string text) => In($"problem: {text}", $"问题：{text}");

    public static string Notice(string text) => In($"notice: {text}", $"公告：{text}");

    public static string Question(string text) => In($"question: {text}", $"请输入：{text}");

    public static string ForYou(string nickname, string text) =>
        In($"{nickname}, for you: {text}", $"{nickname}（与你有关）：{text}");

    public static string InAnotherRoom(string room, string line) => In($"in {room}: {line}", $"房间 {room}：{line}");

    public static string Entered(string room, string address, string nickname) => In(
        $"room: {room}, {address}; you are {nickname}",
        $"房间：{room}，{address}；你的昵称是 {nickname}");

    public static string NowIn(string room) => In($"room: {room}", $"房间：{room}");

    public static string Listening => In($"Listening for rooms …", $"正在寻找房间……");

    public static string ListedRoom(int number, string name, string address) => In(
        $"room {number}: {name}, {address}",
        $"房间 {number}：{name}，{address}");

    public static string ListedRoom(int number, string name, string address, int members) => In(
        $"room {number}: {name}, {address}, {Plural.Of(members, "person", "people")}",
        $"房间 {number}：{name}，{address}，{members} 人");

    public static string RoomGone(int number, string name) => In(
        $"room {number} is gone: {name}",
        $"房间 {number} 已消失：{name}");

    public static string OnlyLines => In(
        $"That takes the full screen; here are only lines, which the terminal keeps.",
        $"这需要全屏界面；这里只打印文字，由终端保存。");

    public static string LineTooLong(int longest) => In(
        $"Nothing was said: more than {longest} characters can't be said at once.",
        $"没有发送：一次最多 {longest} 个字符。");
}
