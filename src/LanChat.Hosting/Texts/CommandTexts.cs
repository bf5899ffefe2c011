using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>
/// The commands that are typed behind a slash: what follows them, and what they do, to stand behind
/// "is how to".
/// </summary>
public static class CommandTexts
{
    public static string Room => In($"ROOM", $"房间");

    public static string Name => In($"NAME", $"昵称");

    public static string Text => In($"TEXT", $"内容");

    public static string Number => In($"N", $"编号");

    public static string Pages => In($"N", $"页数");

    public static string What => In($"WHAT", $"对象");

    public static string Path => In($"PATH", $"文件路径");

    public static string FileName => In($"FILE", $"文件名");

    public static string Command => In($"COMMAND", $"命令");

    public static string Join => In(
        $"enter another room: its name, its number in the list, or HOST:PORT",
        $"进入另一个房间：名称、列表中的编号或 HOST:PORT");

    public static string Part => In($"leave this room", $"离开这个房间");

    public static string Window => In($"go to the room of that number, or to the next", $"切换到该编号的房间，或下一个房间");

    public static string List => In($"show the rooms near you; Esc goes back", $"显示附近的房间；Esc 返回");

    public static string Who => In($"show who is here", $"显示房间里有谁");

    public static string Msg => In(
        $"say it to one person only; /msg \"A B\" TEXT if the name has spaces",
        $"私聊，只发给一个人；昵称里有空格时用 /msg \"A B\" 内容");

    public static string Me => In($"tell everyone what you do", $"告诉大家你在做什么");

    public static string Nick => In($"be called NAME from now on", $"改用这个昵称");

    public static string Away => In(
        $"be away, and TEXT tells why; without one you are back",
        $"设为暂离，内容是说明；不带内容表示回来了");

    public static string File => In(
        $"share a file with everyone, or with one person as /file @NAME PATH; /file cancel breaks off what is on its way",
        $"与大家分享文件，或用 /file @昵称 路径 只发给一个人；/file cancel 停止正在发送的文件");

    public static string Save => In(
        $"fetch the file of that name somebody shared, or the newest one, into the folder this program was started in",
        $"下载别人分享的该名称的文件（不带名称则为最新的一个），存入启动本程序时所在的文件夹");

    public static string Ignore => In($"shut the group out, or let it in again", $"屏蔽群聊，或解除屏蔽");

    public static string Notice => In($"show the room's notice once more", $"再显示一次房间公告");

    public static string Search => In(
        $"find TEXT in the talk of this window and in the room's whole history; without one, or with F3, go on; Esc ends it. Filters: from:NAME since:2026-11-01 until:2026-11-01T09:30 in:ROOM",
        $"在这个窗口的消息和房间的全部历史记录里查找；不带内容或按 F3 继续，Esc 结束。可加条件：from:昵称 since:2026-11-01 until:2026-11-01T09:30 in:房间");

    public static string More => In($"go on with the search of the history", $"继续查找历史记录");

    public static string Show => In(
        $"go to the one of that number a search has found",
        $"前往该编号的查找结果");

    public static string Scroll => In(
        $"go back so many pages in the talk, or to its top; without a number, to its end",
        $"向前翻若干页消息，top 表示到开头；不带页数回到结尾");

    public static string Fold => In(
        $"fold rooms or members beside the talk away, or comings in it (who comes and goes), or in again",
        $"收起或展开旁边的房间栏（rooms）、成员栏（members），或进出房间的消息（comings）");

    public static string Help => In($"show this, or what one command does", $"显示此帮助，或某个命令的说明");

    public static string Quit => In(
        $"leave the program; so do Ctrl+C and Ctrl+D on an empty line",
        $"退出程序；也可以在空行上按 Ctrl+C 或 Ctrl+D");
}
