using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>Why a file cannot be shared.</summary>
public static class FileTexts
{
    public static string IsAFolder(string path) => In($"{path} is a folder: only a file can be shared.", $"{path} 是文件夹：只能分享文件。");

    public static string NoSuchFile(string path) => In($"There is no file {path}.", $"没有文件 {path}。");

    public static string TooLarge(string path, int kibibytes) => In(
        $"{path} is too large: at most {kibibytes} KiB can be shared, and most rooms take less.",
        $"{path} 太大了：最多可以分享 {kibibytes} KiB，多数房间的上限更小。");

    public static string NoText(string path) => In($"{path} is no text.", $"{path} 不是文本。");

    public static string Unreadable(string path) => In($"{path} can't be read.", $"无法读取 {path}。");
}
