using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>
/// What can be wrong about a setting; each follows the name of its key or of the place it was set
/// in.
/// </summary>
public static class SettingsTexts
{
    public static string ExpectedAssignment => In($"expected key=value", $"应为 key=value 的形式");

    public static string NotAKey(string key) => In($"\"{key}\" is not a key", $"“{key}”不是设置项的名称");

    public static string NoSuchSetting => In(
        $"there is no such setting; hocon/reference.conf has them all",
        $"没有这个设置项；全部设置项见 hocon/reference.conf");

    public static string NoValue => In($"has no value", $"没有值");

    public static string NotOneValue => In($"has no value, or not a single one", $"没有值，或者不是单个值");

    public static string NotAWholeNumber(string text, int least, int most) => In(
        $"{text} is not a whole number from {least} to {most}",
        $"{text} 不是 {least} 到 {most} 之间的整数");

    public static string NeitherOnNorOff(string text) => In($"{text} is neither on nor off", $"{text} 既不是 on 也不是 off");

    public static string NotAPort(string text, int most) =>
        In($"{text} is not a port (0 to {most})", $"{text} 不是端口（0 到 {most}）");

    public static string NotAnAddress(string text) => In($"\"{text}\" is not an IP address", $"“{text}”不是 IP 地址");

    public static string NotAnIPv4Address(string text) =>
        In($"\"{text}\" is not an IPv4 address", $"“{text}”不是 IPv4 地址");

    public static string NotADuration(string text) =>
        In($"{text} is not a duration such as 2s", $"{text} 不是时长，时长的写法如 2s");

    public static string ShorterThan(string text, double seconds) =>
        In($"{text} is less than {seconds:0.###}s", $"{text} 短于 {seconds:0.###}s");

    public static string LongerThan(string text, string longest) =>
        In($"{text} is more than {longest}", $"{text} 长于 {longest}");

    public static string NotASize(string text) =>
        In($"{text} is not a size such as 64KiB", $"{text} 不是大小，大小的写法如 64KiB");

    public static string SizeOutOfBounds(string text, int least, string most) => In(
        $"{text} is not a size from {Plural.Of(least, "byte", "bytes")} to {most}",
        $"{text} 不在 {least} 字节到 {most} 之间");

    public static string NotAList => In($"is not a list such as [\"a\", \"b\"]", $"不是列表，列表的写法如 [\"a\", \"b\"]");

    public static string OnlyUnbounded => In(
        $"only -1: LanChat itself bounds what waits to be written",
        $"只能是 -1：等待写出的内容由 LanChat 自己限制");
}
