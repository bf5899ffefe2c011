using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>The server's commands about names that belong to somebody.</summary>
public static class NameTexts
{
    public static string Purpose => In($"The names that belong to somebody.", $"归人所有的昵称。");

    public static string ListPurpose => In(
        $"Print a line for each: the name, since when and until when it was used, and the beginning of a digest of its key.",
        $"每个昵称输出一行：昵称、首次和最近使用的日期，以及密钥摘要的开头。");

    public static string ForgetPurpose => In(
        $"Let a name belong to nobody, and drop what waits for it. The room must not be open.",
        $"让昵称不再归任何人所有，并丢弃为其保留的私信。此时房间不能开着。");

    public static string Name => In($"The name.", $"昵称。");

    public static string NobodysName(string name) => In($"{name} belongs to nobody here", $"{name} 在这里不归任何人所有");
}
