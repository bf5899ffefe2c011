using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>
/// What the server says to who starts it. Its log speaks English only, so that it can be searched.
/// </summary>
public static class ServerTexts
{
    public static string Purpose => In($"Opens a chat room for everyone on the local network.", $"为局域网里的所有人开一个聊天房间。");

    public static string Name => In($"What the room is called.", $"房间的名称。");

    public static string Port => In($"The TCP port to listen on (8001).", $"监听的 TCP 端口（8001）。");

    public static string Web =>
        In($"The TCP port of the page for browsers (8080), or off.", $"浏览器页面的 TCP 端口（8080），off 表示关闭。");

    public static string Https =>
        In($"Serve browsers by HTTPS, with a certificate made here.", $"通过 HTTPS 接待浏览器，证书由本程序生成。");

    public static string NoCertificate(string file, string why) => In(
        $"{file} has no certificate with its key: {why}",
        $"{file} 中没有带密钥的证书：{why}");

    public static string Notice => In($"What is shown at the top of the room.", $"显示在房间顶部的公告。");

    public static string Data => In($"The folder in which rooms keep what is said.", $"保存聊天记录的文件夹。");

    public static string Memory => In(
        $"Keep nothing: what was said is forgotten with the server.",
        $"不保存任何内容：服务器结束后聊天记录即消失。");

    public static string AllDialects => In(
        $"Serve the older clients as well, each at its usual port.",
        $"同时接待各种旧客户端，各用其惯用端口。");

    public static string Verbose => In($"Log more.", $"记录更详细的日志。");

    public static string Version(string version, string runsOn, string transport) => In(
        $"LanChat server {version} on {runsOn}, transport {transport}",
        $"LanChat 服务器 {version}，运行于 {runsOn}，传输方式 {transport}");

    public static string Banner(
        string version, string room, string addresses, string pages, string ports, string spoken, int announcedOn,
        string? fingerprint) => In(
        $"""
        {version}
        Room      {room}
        Enter at  {addresses}
        Ports     {ports} ({spoken}), announced on {announcedOn} (UDP)
        Browsers  {pages}{(fingerprint is null ? "" : $"\nTrust     the certificate with the SHA-256 fingerprint\n          {fingerprint}")}
        Ctrl+C closes the room.
        """,
        $"""
        {version}
        房间      {room}
        地址      {addresses}
        端口      {ports}（{spoken}），在 {announcedOn}（UDP）上广播
        浏览器    {pages}{(fingerprint is null ? "" : $"\n请信任    SHA-256 指纹如下的证书\n          {fingerprint}")}
        按 Ctrl+C 关闭房间。
        """);

    public static string RoomNameRules(int longest) => In(
        $"a room's name has 1 to {longest} characters, no control characters, nothing invisible and no white space at its ends",
        $"房间名称须为 1 到 {longest} 个字符，不含控制字符和不可见字符，首尾没有空白");

    public static string EveryDialectOff => In(
        $"every dialect is off, so nobody could come in",
        $"所有协议都已关闭，没有人能进来");

    public static string NoPortToAnnounceOn => In($"0 is no port to announce on", $"不能在端口 0 上广播");

    public static string InUseOrNotAllowed => In($"it is in use or not allowed", $"端口已被占用，或者不被允许");

    public static string CannotListen(string endPoint, string why) => In(
        $"cannot listen on {endPoint}: {why}",
        $"无法监听 {endPoint}：{why}");

    public static string TooFewDescriptors(int most, int least) => In(
        $"this process may have {most} files and connections open, and needs {least}: raise the limit (ulimit -n)",
        $"本进程最多只能打开 {most} 个文件和连接，至少需要 {least} 个：请提高上限（ulimit -n）");

    public static string UnknownDurability(string text) => In(
        $"{text} is none of committed, relaxed and memory",
        $"{text} 不是 committed、relaxed 或 memory 之一");

    public static string UnknownTransport(string text) =>
        In($"{text} is neither akka-io nor kestrel", $"{text} 不是 akka-io 或 kestrel");

    public static string NoTlsBy(string given, string needed) => In(
        $"there is no TLS with {given}; it takes {needed}",
        $"{given} 时没有 TLS；需要 {needed}");

    public static string UnknownAudience(string text) =>
        In($"{text} is neither loopback nor all", $"{text} 不是 loopback 或 all");

    public static string NoProxy(string text) => In(
        $"{text} is neither an IP address nor a network such as 10.0.0.0/8",
        $"{text} 既不是 IP 地址，也不是 10.0.0.0/8 这样的网络");

    public static string NoFilesKept(string why) => In(
        $"the files people share can be kept nowhere: {why} (with --memory TMPDIR names the folder, else --data does)",
        $"无处保存分享的文件：{why}（使用 --memory 时由 TMPDIR 指定文件夹，否则由 --data 指定）");

    public static string NoPlaceForSqlite => In(
        $"SQLite needs a folder for the moment in which it is loaded, and none can be written to: TMPDIR names one; or say --memory",
        $"加载 SQLite 需要一个可写的文件夹，但没有找到：请用 TMPDIR 指定，或使用 --memory");

    public static string NoPlaceForData => In(
        $"this user has no usual place for data: --data DIR says where to keep what is said, --memory that nothing is kept",
        $"此用户没有存放数据的惯用位置：请用 --data DIR 指定保存聊天记录的位置，或用 --memory 表示不保存");

    public static string DataTaken(string folder) => In(
        $"another server keeps the data of a room of this name in {folder}: give this one another --name or another --data, or say --memory",
        $"另一个服务器正在 {folder} 中保存同名房间的数据：请为本服务器另选 --name 或 --data，或使用 --memory");

    public static string NothingKept(string folder, string why) => In(
        $"nothing can be kept in {folder}: {why}",
        $"无法在 {folder} 中保存数据：{why}");

    public static string HistoryUnreadable(string file, string why) => In(
        $"{file} cannot be opened: {why}",
        $"无法打开 {file}：{why}");

    public static string OnlyReadable(string file) => In($"{file} cannot be written for now", $"暂时无法写入 {file}");

    public static string HistoryChanged(string file) => In(
        $"{file} is not what it was when this server started: start it again",
        $"{file} 与本服务器启动时不同：请重新启动服务器");

    public static string ItIsReadOnly => In($"it can only be read", $"它是只读的");

    public static string HistoryTooNew(string file, long version, int known) => In(
        $"{file} is of version {version}; this server knows versions up to {known}",
        $"{file} 的版本为 {version}；此服务器只认识到版本 {known}");

    public static string HistoryTooOld(string file) => In(
        $"{file} is of an earlier version; a server that opens it brings it up to date",
        $"{file} 的版本较旧；服务器打开它时会自动升级");

    public static string NoHistory(string room, string file) => In(
        $"there is no history of a room called {room}: no {file}",
        $"没有名为 {room} 的房间的聊天记录：{file} 不存在");

    public static string NoConnectionString(string why) => In(
        $"this is no connection string of PostgreSQL, such as Host=db.lan;Username=lanchat;Database=chat: {why}",
        $"这不是 PostgreSQL 的连接字符串（例如 Host=db.lan;Username=lanchat;Database=chat）：{why}");

    public static string NoSchema(string place) =>
        In($"there is no history of this room: {place}", $"没有这个房间的聊天记录：{place}");

    public static string ExportPurpose => In(
        $"Print what was said in a room, a message a line. The room may be open meanwhile.",
        $"输出房间的聊天记录，每行一条消息。输出时房间可以开着。");

    public static string Format =>
        In($"json: an object a line, with all there is; text: for people.", $"json：每行一个对象，内容完整；text：供人阅读。");

    public static string ImportPurpose => In(
        $"Begin a room's history with what export printed. Nothing may have been said in it; with one wrong line nothing is imported.",
        $"用 export 的输出作为房间聊天记录的开头。房间必须还没有聊天记录；只要有一行不对，就什么也不导入。");

    public static string ImportFile => In($"The file; - is standard input.", $"文件；- 表示标准输入。");

    public static string NotAMessage(string file, int line, string what) => In(
        $"line {line} of {file} is no message as export prints them, as {what} shows; nothing is imported",
        $"{file} 的第 {line} 行不是 export 输出的消息（{what}）；什么也没有导入");

    public static string NotJson(string file, int line) => In(
        $"line {line} of {file} is no object of JSON, and so no message as export prints them; nothing is imported",
        $"{file} 的第 {line} 行不是 JSON 对象，因此不是 export 输出的消息；什么也没有导入");

    public static string NoFileToImport(string folder) =>
        In($"{folder} is a folder: what export printed is in a file", $"{folder} 是文件夹：export 的输出应在一个文件里");

    public static string NotInOrder(string file, int line, long id, long before) => In(
        $"line {line} of {file} has the number {id}, which cannot follow {before}; nothing is imported",
        $"{file} 的第 {line} 行的编号 {id} 不能排在 {before} 之后；什么也没有导入");

    public static string NotEmpty(string room, long last) => In(
        $"there is a history of {room} already, up to number {last}: only an empty one can be imported into",
        $"{room} 已有聊天记录，最后一条的编号为 {last}：只能导入到空的聊天记录");

    public static string Imported(int count) => In(
        $"Imported: {Plural.Of(count, "message", "messages")}.",
        $"已导入 {count} 条消息。");

    public static string SearchPurpose => In(
        $"Print what of a room's history holds TEXT, newest first; 1 means that nothing does.",
        $"显示房间历史记录中含有 TEXT 的消息，最新的在前；没有找到时以 1 结束。");

    public static string SearchText =>
        In($"What to look for, in any case; empty for everything.", $"要找的内容，不区分大小写；空表示全部。");

    public static string SearchFrom => In($"Only what NAME said.", $"只找该昵称说的。");

    public static string SearchSince =>
        In($"Not before this time: 2026-11-01, or 2026-11-01T09:30.", $"不早于此时间：2026-11-01 或 2026-11-01T09:30。");

    public static string SearchUntil => In($"Before this time.", $"早于此时间。");

    public static string SearchLimit => In($"How many at most; 100 if not said.", $"最多显示多少条；默认 100。");

    public static string VerifyPurpose => In(
        $"Look whether a room's history is whole. The room may be open meanwhile.",
        $"检查房间的聊天记录是否完好。检查时房间可以开着。");

    public static string HistorySound(string file, int messages, long last) => In(
        $"{file} is whole: {Plural.Of(messages, "message", "messages")}, the last is number {last}.",
        $"{file} 完好：共 {messages} 条消息，最后一条的编号为 {last}。");

    public static string HistoryDamaged(string file) => In(
        $"{file} is damaged; a server that opens it keeps what can be read.",
        $"{file} 已损坏；服务器打开它时会保留仍能读出的内容。");
}
