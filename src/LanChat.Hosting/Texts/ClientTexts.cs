using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>The client's own options, and what can be wrong about them.</summary>
public static class ClientTexts
{
    public static string Purpose => In(
        $"Finds rooms on the local network and talks in them; in a room, /help lists what can be typed. Where input or output is not a terminal, it says each line of its input as it is, prints what others say, and leaves when all it said has come back.",
        $"寻找局域网里的房间并在其中聊天；进入房间后，用 /help 查看可以输入什么。输入或输出不是终端时，逐行原样发送输入的内容，打印别人的发言，等自己的话全部送达后离开。");

    public static string Connect =>
        In($"Go straight to the room at this address; without a port, 8001.", $"直接进入这个地址的房间；不写端口则为 8001。");

    public static string Nick => In($"The name to enter by.", $"进入房间时用的昵称。");

    public static string Verbose => In(
        $"Log to standard error; in a terminal, add 2>FILE.",
        $"把日志写到标准错误；在终端中使用时请加上 2>FILE。");

    public static string VerboseNeedsAFile => In(
        $"--verbose: the console takes the whole screen; give the log a place of its own, such as 2>FILE",
        $"--verbose：聊天界面占用整个屏幕，请把日志引到别处，例如 2>FILE");

    public static string Version(string version, string runsOn) => In(
        $"LanChat client {version} on {runsOn}",
        $"LanChat 客户端 {version}，运行于 {runsOn}");

    public static string ExpectedAddress(string option, string text) => In(
        $"{option} {text}: expected HOST or HOST:PORT",
        $"{option} {text}：应为 HOST 或 HOST:PORT（主机:端口）");

    public static string NickNeeded => In(
        $"--nick NAME is needed: this user's own name is no nickname",
        $"需要 --nick NAME：系统用户名不能用作昵称");

    public static string CompletionPurpose => In(
        $"Prints the script that makes a shell complete commands and options.",
        $"打印让 shell 补全命令和选项的脚本。");

    public static string CompletionShell => In($"Which shell completes.", $"哪一种 shell。");
}
