using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the server answers to browsers in plain text.</summary>
public static class WebTexts
{
    public static string UnknownHost => In(
        $"This server is not known by that name: use its address, or set lanchat.server.web.hosts.",
        $"此服务器不使用该名称：请使用其地址，或设置 lanchat.server.web.hosts。");

    public static string OtherOrigin => In($"Pages of other sites may not do this.", $"其他网站的页面不得执行此操作。");

    public static string BadForwarding => In(
        $"What the proxy says of who asks cannot be read, or contradicts itself.",
        $"代理给出的来源信息无法读取，或者自相矛盾。");

    public static string SpeaksHttps => In($"This port speaks HTTPS.", $"此端口使用 HTTPS。");

    public static string SpeakTus(string version) => In(
        $"Files come by tus {version}, and the header Tus-Resumable says so; or by PUT /files/NAME.",
        $"文件须通过 tus {version} 上传，并带有 Tus-Resumable 头；也可以使用 PUT /files/NAME。");

    public static string NoUploadLength => In(
        $"The header Upload-Length is missing, or is no number of bytes.",
        $"缺少 Upload-Length 头，或者它不是字节数。");

    public static string NoUploadMetadata => In(
        $"The header Upload-Metadata is not as tus has it: pairs of a key and a value in base64, with commas between.",
        $"Upload-Metadata 头不符合 tus 的格式：键和 base64 值成对出现，以逗号分隔。");

    public static string NoHash => In($"A sha256 has 64 hexadecimal digits.", $"sha256 须为 64 个十六进制数字。");

    public static string NameMissing => In($"The file's name is missing: PUT /files/NAME.", $"缺少文件名：PUT /files/文件名。");

    public static string NameEmpty => In($"A file's name is more than white space and dots.", $"文件名不能只有空白和点。");

    public static string NameIsPath => In($"A file's name has no / in it: it is no path.", $"文件名中不能有 /：它不是路径。");

    public static string NameHasControls => In($"A file's name has no control characters.", $"文件名不能含有控制字符。");

    public static string NameHasUnseen => In(
        $"A file's name has no characters that nobody sees, or that turn its direction.",
        $"文件名不能含有看不见的字符，或改变文字方向的字符。");

    public static string NoPassForOne => In(
        $"A file for one person takes the token that the room gives to whoever enters (Authorization: Bearer).",
        $"发给一个人的文件需要进入房间时得到的令牌（Authorization: Bearer）。");

    public static string CannotKeep => In(
        $"The server can't keep files for now; its log says why.",
        $"服务器暂时无法保存文件；原因见其日志。");

    public static string NothingHere => In($"There is nothing here by that name.", $"这里没有这个内容。");

    public static string NoWebSocket => In($"Here is a WebSocket, and nothing else.", $"此地址只接受 WebSocket。");

    public static string NotThatWay => In($"This can't be asked that way.", $"不支持这种请求方法。");

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

    public static string TooManyFromAddress => In(
        $"This address has shared as many files as it may for now.",
        $"此地址目前分享的文件数已达上限。");

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
