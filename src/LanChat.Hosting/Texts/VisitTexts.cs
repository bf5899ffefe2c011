using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>Choosing a room and a nickname, and what becomes of what was said in it.</summary>
public static class VisitTexts
{
    public static string WhichRoom => In($"Room or HOST:PORT: ", $"房间或 HOST:PORT：");

    public static string WhichNickname => In($"Your nickname: ", $"你的昵称：");

    public static string WhichNicknameOr(string suggested) =>
        In($"Your nickname [{suggested}]: ", $"你的昵称 [{suggested}]：");

    public static string SeveralRooms(int count, string name) => In(
        $"There are {count} rooms called {name}: type the number of one, or HOST:PORT.",
        $"有 {count} 个房间名为“{name}”：请输入其中一个的编号，或 HOST:PORT。");

    public static string NoSuchRoom(string answer) => In(
        $"There is no room {answer}: type the name or number of one from the list, or HOST:PORT.",
        $"没有房间“{answer}”：请输入列表中的名称或编号，或 HOST:PORT。");

    public static string TooManyRooms(int most) => In(
        $"You are in {most} rooms, which is as many as there can be: /part leaves one.",
        $"你已在 {most} 个房间里，不能再多了：用 /part 离开一个。");

    public static string InNoRoom => In($"You are in no room.", $"你不在任何房间里。");

    public static string NoRoomOfNumber(int number) =>
        In($"You are in no room of number {number}.", $"你不在编号为 {number} 的房间里。");

    public static string RoomRefused(string room, string why) => In($"{room}: {why}", $"{room}：{why}");

    public static string CannotFindRooms(int port) => In(
        $"UDP port {port} belongs to a program that does not share it, so rooms cannot be found. Type HOST:PORT, or wait.",
        $"UDP 端口 {port} 被另一个程序独占，因此找不到房间。请输入 HOST:PORT，或者等待。");

    public static string Entering(string room) => In($"Entering {room} …", $"正在进入 {room}……");

    public static string Kept(string line) => In($"Kept until there is a connection: {line}", $"连接恢复后发送：{line}");

    public static string SentAgain(string line) =>
        In($"Sent again when there is a connection: {line}", $"连接恢复后重新发送：{line}");

    public static string NotSent(string line) => In($"Not sent: {line}", $"没有发送：{line}");

    public static string NotSentBecause(string why, string line) => In(
        $"Not sent, because {why}: {line}",
        $"没有发送（{why}）：{line}");

    public static string NotSentTo(string nickname, string why, string line) => In(
        $"Not sent to {nickname}, because {why}: {line}",
        $"没有发送给 {nickname}（{why}）：{line}");

    public static string NotDone(string why, string line) =>
        In($"Not done, because {why}: {line}", $"没有执行（{why}）：{line}");

    public static string MayNotHaveArrived(string line) => In($"May not have arrived: {line}", $"可能没有送达：{line}");
}
