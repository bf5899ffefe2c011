using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the line tool tells of its run, on standard error.</summary>
public static class LineToolTexts
{
    public static string AddressNeeded => In(
        $"--connect HOST:PORT is needed where input or output is not a terminal",
        $"输入或输出不是终端时，需要 --connect HOST:PORT");

    public static string NotSent(long line, string why) =>
        In($"Line {line} was not sent: {why}.", $"第 {line} 行没有发送：{why}。");

    public static string NotSent(string why) => In($"Not sent: {why}.", $"没有发送：{why}。");

    public static string MayNotHaveArrived(string text) => In($"May not have arrived: {text}", $"可能没有送达：{text}");

    public static string MayNotHaveArrived(long line, string text) => In(
        $"Line {line} may not have arrived: {text}",
        $"第 {line} 行可能没有送达：{text}");

    public static string NothingSent => In($"Nothing was sent.", $"什么也没有发送。");

    public static string NothingSentFrom(long line) => In(
        $"From line {line} on nothing was sent.",
        $"从第 {line} 行起都没有发送。");

    public static string StillUnderWay(int lines) => In(
        $"What is under way may not have arrived ({Plural.Of(lines, "line", "lines")}).",
        $"途中的 {lines} 行可能没有送达。");

    public static string InputUnreadable(string why) => In($"The input cannot be read: {why}", $"无法读取输入：{why}");

    public static string LongerThan(int bytes) => In($"it is longer than {bytes} bytes", $"超过 {bytes} 字节");

    public static string NotUtf8 => In($"it is not UTF-8", $"不是 UTF-8 编码");

    public static string Taken(string wanted, string nickname) => In(
        $"“{wanted}” is taken here, so you are {nickname}.",
        $"“{wanted}”已被占用，你现在叫 {nickname}。");

    public static string YouAreCalled(string nickname) =>
        In($"You are called {nickname} here.", $"你在这里的昵称是 {nickname}。");
}
