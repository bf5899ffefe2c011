using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>Help, and what can be wrong with what was typed.</summary>
public static class CommandLineTexts
{
    public static string Usage => In($"Usage:", $"用法：");

    public static string Arguments => In($"Arguments:", $"参数：");

    public static string Options => In($"Options:", $"选项：");

    public static string Commands => In($"Commands:", $"命令：");

    public static string AnyCommand => In($"[command]", $"[命令]");

    public static string AnyOptions => In($"[options]", $"[选项]");

    public static string Default(string value) => In($"[default: {value}]", $"[默认：{value}]");

    public static string Help => In($"Show this.", $"显示此帮助。");

    public static string Version => In($"Show the version.", $"显示版本。");

    public static string Unknown(string word) =>
        In($"There is no command or option {word}; --help lists them all.", $"没有命令或选项 {word}；全部列表见 --help。");

    public static string ValueMissing(string option) => In($"{option}: its value is missing", $"{option}：缺少值");

    public static string GivenTwice(string option) => In($"{option} was given more than once", $"{option} 出现了不止一次");

    public static string NotOneOf(string name, string value, string possible) => In(
        $"{name}: {value} is none of these: {possible}",
        $"{name}：{value} 不是其中之一：{possible}");

    public static string NotAValue(string option, string value) =>
        In($"{option}: {value} cannot be its value", $"{option}：值不能是 {value}");

    public static string ArgumentMissing(string argument) => In($"{argument} is missing", $"缺少 {argument}");

    public static string DoesNotStart(string why) => In($"it does not start: {why}", $"无法启动：{why}");

    public static string StartTimedOut(int seconds) => In(
        $"it has not started in {Plural.Of(seconds, "second", "seconds")}",
        $"{seconds} 秒内未能启动");
}
