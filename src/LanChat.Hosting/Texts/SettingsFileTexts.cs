using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What can be wrong about a file of settings; each follows the file's name.</summary>
public static class SettingsFileTexts
{
    public static string NotUtf8 => In($"is not UTF-8", $"不是 UTF-8 编码");

    public static string NotThere => In($"there is no such file", $"没有这个文件");

    public static string NotAllowed => In($"it is a folder, or not allowed", $"它是文件夹，或者没有权限");

    public static string Unreadable(string why) => In($"cannot be read: {why}", $"无法读取：{why}");

    public static string IncludeNotSupported => In($"include is not supported", $"不支持 include");

    public static string ValueMissing(int line, char after) => In(
        $"line {line}: a value is missing after '{after}'",
        $"第 {line} 行：“{after}”后面缺少值");

    public static string QuoteNeverClosed(int line) =>
        In($"line {line}: a quote is never closed", $"第 {line} 行：引号没有结束");

    public static string ClosesNothing(int line, char bracket) =>
        In($"line {line}: '{bracket}' closes nothing", $"第 {line} 行：“{bracket}”没有对应的开头");

    public static string ClosesAnother(int line, char bracket, char due, int since) => In(
        $"line {line}: '{bracket}' where '{due}' is due since line {since}",
        $"第 {line} 行：这里是“{bracket}”，而第 {since} 行要求的是“{due}”");

    public static string NeverClosed(int line, char missing) => In(
        $"line {line}: '{missing}' is missing for what begins here",
        $"第 {line} 行：从这里开始的内容缺少“{missing}”");
}
