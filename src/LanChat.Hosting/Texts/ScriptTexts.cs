using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>
/// The commands for scripts and their options, and what can be wrong about a call.
/// </summary>
public static class ScriptTexts
{
    public static string SendPurpose => In(
        $"Enters a room, says something and leaves when all of it has come back. Exits with 0 then, with 1 when something did not, with 2 when it was called wrongly.",
        $"进入房间发言，等全部送达后离开。此时退出码为 0；有内容未送达则为 1；用法错误则为 2。");

    public static string SendText => In(
        $"What to say, as one message; without it, each line of standard input is one. Put -- before a TEXT that begins with a dash.",
        $"要说的话，作为一条消息；不给出时，标准输入的每一行是一条消息。TEXT 以短横线开头时，请在前面加上 --。");

    public static string SendTo => In($"Say it privately, to who has this name.", $"私聊，只发给这个昵称的人。");

    public static string NoSuchOption(string option) => In(
        $"send: there is no option {option}; put -- before a TEXT that begins with a dash",
        $"send：没有选项 {option}；TEXT 以短横线开头时，请在前面加上 --");

    public static string TextIsEmpty => In($"send: TEXT is empty", $"send：TEXT 是空的");

    public static string HowToType => In(
        $"Each line you type is said; Ctrl+D on an empty line ends it.",
        $"输入的每一行都会发送；在空行上按 Ctrl+D 结束。");

    public static string TailPurpose => In(
        $"Enters a room and prints what is said there, a line each, until it is ended or nobody reads its output any more. With --json: time (the server's), zone (minutes ahead of UTC), id, kind, nick, from, text, and for private words to, for files file. Control characters are escaped either way. A lost connection is made again.",
        $"进入房间，把听到的发言逐行打印出来，直到被终止或者没有人再读取输出。使用 --json 时包含 time（服务器时间）、zone（比 UTC 早多少分钟）、id、kind、nick、from、text，私聊还有 to，文件还有 file。控制字符总是被转义。连接断开后会自动重连。");

    public static string TailLines => In(
        $"How many messages to print of those said before; the room remembers only its last ones.",
        $"打印多少条先前的消息；房间只记得最近的消息。");

    public static string LinesBelowZero => In($"--lines: expected 0 or more", $"--lines：不能小于 0");

    public static string RoomsPurpose => In(
        $"Listens for rooms and prints each one when it is first heard: in columns on a terminal, else its name, address and port, parted by tabs. Exits with 1 when none was heard.",
        $"听取房间的广播，首次听到一个房间时打印出来：在终端中排成列，否则为名称、地址和端口，以制表符分隔。一个也没有听到时，退出码为 1。");

    public static string MembersPurpose => In(
        $"Prints who is in a room: nick, address and port, parted by tabs. It has to enter to see it, by the name --nick, so the others see it come and go; it does not count itself.",
        $"打印房间里有谁：昵称、地址和端口，以制表符分隔。为此须以 --nick 的昵称进入房间，所以别人会看到它进出；它不把自己计算在内。");

    public static string Room => In(
        $"The room of this name, found by listening to announcements.",
        $"这个名称的房间，通过听取广播找到。");

    public static string Wait => In(
        $"How long to listen for rooms. Without it, rooms ends as soon as every room that is there was heard.",
        $"听取房间广播多久。不给出时，rooms 在听到所有房间后即结束。");

    public static string WaitOutOfBounds(double most) => In(
        $"--wait: expected seconds, more than 0 and at most {most:0}",
        $"--wait：应为秒数，大于 0 且不超过 {most:0}");

    public static string Json => In($"Print one JSON object a line.", $"每行打印一个 JSON 对象。");

    public static string AddressOrRoomNeeded => In(
        $"either --connect HOST:PORT or --room NAME is needed",
        $"需要 --connect HOST:PORT 或 --room NAME 二者之一");

    public static string ImpossibleRoomName(string name) => In(
        $"--room {name}: no room can have this name",
        $"--room {name}：房间不可能叫这个名称");
}
