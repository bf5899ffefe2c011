using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the server answers to browsers in plain text.</summary>
public static class WebTexts
{
    public static string UnknownHost => In(
        $"This server is not known by that name: use its address, or set lanchat.server.web.hosts.",
        $"此服务器不使用该名称：请使用其地址，或设置 lanchat.server.web.hosts。");

    public static string OtherOrigin => In($"Pages of other sites may not do this.", $"其他网站的页面不得执行此操作。");

    public static string SpeakTus(string version) => In(
        $"Files come by tus {version}, and the header Tus-Resumable says so; or by PUT /files/NAME.",
        $"文件须通过 tus {version} 上传，并带有 Tus-Resumable 头；也可以使用 PUT /files/NAME。");

    public static string BadUpload => In(
        $"That is no upload: it needs a name that files may have, and a length.",
        $"这不是有效的上传：需要一个合法的文件名和长度。");

    public static string NoLength => In($"The length must be known before the first byte.", $"必须在第一个字节之前给出长度。");

    public static string PassOver => In(
        $"The pass is not good any more: the room gives a new one to whoever enters.",
        $"通行令牌已失效：进入房间时会得到新的令牌。");

    public static string UploadGone => In($"There is no such upload, or it waited too long.", $"没有这个上传，或者它等待得太久了。");

    public static string UploadBusy => In($"Another request is adding to this upload.", $"另一个请求正在向此上传写入。");

    public static string NoPiece(string type) => In($"A piece of a file has the type {type}.", $"文件片段的类型须为 {type}。");

    public static string OtherOffset(long offset) => In(
        $"The upload goes on at {Plural.Of(offset, "byte", "bytes")}.",
        $"上传须从第 {offset} 字节继续。");

    public static string MoreThanAnnounced => In($"More came than was announced.", $"收到的内容多于预告的长度。");

    public static string UploadTooLarge(long most) => In(
        $"The file is too large: {Plural.Of(most, "byte", "bytes")} at most.",
        $"文件太大：最多 {most} 字节。");

    public static string TooManyUploads => In(
        $"Too many files are on their way from this address.",
        $"此地址正在上传的文件太多。");

    public static string TooMuchFromAddress => In(
        $"This address has shared as many bytes as it may for now.",
        $"此地址目前分享的字节数已达上限。");

    public static string TooManyRequests => In(
        $"Too many requests come from this address: wait a moment.",
        $"来自此地址的请求太多：请稍候。");

    public static string UploadsFull => In($"There is no space for this file.", $"没有足够的空间存放此文件。");

    public static string OtherHash => In(
        $"What came is not what was sent: its SHA-256 is another one. It is not kept.",
        $"收到的内容与发送的不同：SHA-256 不一致。文件未保存。");

    public static string StatusIsPrivate => In(
        $"Only this computer itself is told that, unless lanchat.server.web.status is all.",
        $"只告知本机，除非 lanchat.server.web.status 为 all。");

    public static string RoomIsSilent => In($"The room does not answer.", $"房间没有回应。");

    public static string NobodyIsAccepted => In($"The server accepts no connections.", $"服务器不接受连接。");

    public static string FileGone => In($"There is no such file, or it is not kept any more.", $"没有这个文件，或者它已不再保存。");
}
