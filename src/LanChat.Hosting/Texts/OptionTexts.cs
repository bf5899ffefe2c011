using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>The options that both programs have.</summary>
public static class OptionTexts
{
    public static string Config => In(
        $"A file of settings; hocon/reference.conf explains them all.",
        $"设置文件；各项设置的说明见 hocon/reference.conf。");

    public static string Set => In($"One setting; may be repeated.", $"一项设置，可重复使用。");

    public static string Language => In(
        $"The language to speak; otherwise the system's.",
        $"界面语言；不指定时跟随系统。");
}
