namespace LanChat.Texts;

/// <summary>The servers' refusals, which come in English with a code for each.</summary>
public static class RefusalTexts
{
    internal static readonly IReadOnlyDictionary<string, string> InChinese = new Dictionary<string, string>
    {
        ["nickname-empty"] = "昵称至少要有一个字符。",
        ["nickname-too-long"] = "这个昵称太长了。",
        ["nickname-invalid"] = "昵称不能含有控制字符、文字方向控制符或不可见字符，首尾不能有空白。",
        ["nickname-reserved"] = "这个昵称是房间自己用的。",
        ["nickname-taken"] = "这个昵称已经有人用了。",
        ["key-invalid"] = "房间不接受这样的公钥。",
        ["key-unproven"] = "无法证明你持有这个密钥。",
        ["taken-over"] = "你已在别处用这个昵称重新进入。",
        ["words-full"] = "现在不能再为这个昵称保留更多私信了。",
        ["room-full"] = "房间已满。",
        ["too-many-connections"] = "来自你的地址的连接太多了。",
        ["line-too-long"] = "这一行太长了。",
        ["not-text"] = "这不是 UTF-8 或 GBK 编码的文字。",
        ["malformed"] = "这不是本协议的 JSON 对象。",
        ["unknown-request"] = "这个服务器不认识这个请求。",
        ["unknown-command"] = "没有这个命令；全部命令见 /help。",
        ["incomplete"] = "缺少昵称或内容。",
        ["not-entered"] = "请先说明你是谁。",
        ["nobody-of-that-name"] = "这里没有叫这个昵称的人。",
        ["ignoring"] = "你屏蔽了群聊，解除屏蔽之前不能在群里发言。",
        ["file-name-invalid"] = "文件名不能带路径，不能含有控制字符或看不见的字符，也不能为空。",
        ["file-too-large"] = "这个文件太大了。",
        ["away-too-long"] = "暂离说明太长了。",
        ["files-full"] = "房间暂时不能保存更多文件了。",
        ["search-too-long"] = "要找的内容太长了。",
        ["history-unreadable"] = "房间暂时读不了历史记录。",
        ["speaks-tls"] = "这个端口上的 LanChat 不使用 TLS。",
        ["speaks-http"] = "这个端口使用 LanChat 协议，不是 HTTP：请用 LanChat 客户端或 netcat 连接。",
        ["greeting-timed-out"] = "没有及时收到昵称。",
        ["silent"] = "太久没有收到你的任何消息。",
        ["too-slow"] = "你接收得比房间里说话慢：排队等你接收的内容已被丢弃。",
        ["flooding"] = "你发言过多，并且持续太久了。",
        ["closing"] = "房间关闭了，再见！",
    };

    /// <summary>The refusal of this code; what was sent, where the code is not known.</summary>
    public static string Of(string code, string sent) =>
        Languages.Current == Language.Chinese && InChinese.TryGetValue(code, out var chinese) ? chinese : sent;
}
