using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What becomes of files that are shared, and why they are not.</summary>
public static class FileTexts
{
    public static string IsAFolder(string path) =>
        In($"{path} is a folder: only a file can be shared.", $"{path} 是文件夹：只能分享文件。");

    public static string NoSuchFile(string path) => In($"There is no file {path}.", $"没有文件 {path}。");

    public static string TooLarge(string path, int kibibytes) => In(
        $"{path} is too large: at most {kibibytes} KiB can be shared, and most rooms take less.",
        $"{path} 太大了：最多可以分享 {kibibytes} KiB，多数房间的上限更小。");

    public static string NoText(string path) => In($"{path} is no text.", $"{path} 不是文本。");

    public static string Unreadable(string path, string why) =>
        In($"{path} can't be read: {why}", $"无法读取 {path}：{why}");

    public static string NoPlainFile(string path) => In(
        $"{path} is a device, a pipe or something else that never ends: only a file can be shared.",
        $"{path} 是设备、管道或没有尽头的内容：只能分享文件。");

    public static string NotAllowed => In($"permission denied.", $"没有权限。");

    public static string FolderGone => In($"the folder is not there any more.", $"文件夹已不存在。");

    public static string NameTooLong => In($"its name is too long.", $"文件名太长。");

    public static string DiskFull => In($"the disk is full.", $"磁盘已满。");

    public static string DiskReadOnly => In($"the disk can only be read.", $"磁盘是只读的。");

    public static string InUse => In($"another program uses it.", $"它正被另一个程序使用。");

    public static string TooLargeHere(string path, string most) => In(
        $"{path} is too large: this room takes files of up to {most}.",
        $"{path} 太大了：这个房间的文件上限是 {most}。");

    public static string TooMany(string path) => In(
        $"{path} was not shared: too many files are on their way from your address.",
        $"{path} 没有分享：你的地址正在上传的文件太多。");

    public static string NoSpace(string path) => In(
        $"{path} was not shared: the room has no space for it.",
        $"{path} 没有分享：房间没有足够的空间。");

    public static string Changed(string path) => In(
        $"{path} was not shared: it changed while it was sent.",
        $"{path} 没有分享：文件在发送过程中发生了变化。");

    public static string NotReached(string path, string address) => In(
        $"{path} was not shared: {address} does not answer.",
        $"{path} 没有分享：{address} 没有应答。");

    public static string Refused(string path, string why) => In($"{path} was not shared: {why}", $"{path} 没有分享：{why}");

    public static string MayBeShared(string path) => In(
        $"{path} was sent whole, but no answer came: it may not be shared.",
        $"{path} 已全部发送，但没有收到应答：可能没有分享成功。");

    public static string NotShared(string line) =>
        In($"Not shared, since it was not sent whole: {line}", $"没有分享（未发送完）：{line}");

    public static string TooManyUnderWay(int most, string path) => In(
        $"{path} was not shared: {most} files are on their way, which is as many as there can be.",
        $"{path} 没有分享：已有 {most} 个文件正在发送，不能再多了。");

    public static string NothingToCancel => In($"No file is on its way.", $"没有正在发送的文件。");

    public static string Cancelled(string name) => In($"Broken off: {name}.", $"已中止：{name}。");

    public static string Reading(string name) => In($"reading {name}", $"正在读取 {name}");

    public static string Sending(string name) => In($"sending {name}", $"正在发送 {name}");

    public static string Waiting(string name) => In($"{name} waits for the room", $"{name} 正在等待房间");

    public static string PartSent(string name, int percent) =>
        In($"{percent} % of {name} is sent.", $"{name} 已发送 {percent} %。");

    public static string Fetching(string name) => In($"fetching {name}", $"正在下载 {name}");

    public static string PartFetched(string name, int percent) =>
        In($"{percent} % of {name} is here.", $"{name} 已下载 {percent} %。");

    public static string Saved(string path) => In($"Saved as {path}.", $"已保存为 {path}。");

    public static string NothingToSave(string name) =>
        In($"No file {name} was shared here that can be fetched.", $"这里没有可下载的文件 {name}。");

    public static string NotFetched(string line) => In($"Not fetched whole: {line}", $"没有下载完：{line}");

    public static string NotKept(string name) => In($"{name} is not kept by the room any more.", $"房间已不再保存 {name}。");

    public static string NotSaved(string name, string why) =>
        In($"{name} could not be fetched: {why}", $"无法下载 {name}：{why}");

    public static string FetchedOther(string name) => In(
        $"{name} was not saved: what came is not what was shared, its SHA-256 is another one.",
        $"{name} 没有保存：收到的内容与分享的不同，SHA-256 不一致。");

    public static string CannotWrite(string name, string why) => In(
        $"{name} can't be written to this folder: {why}",
        $"无法把 {name} 写入此文件夹：{why}");
}
