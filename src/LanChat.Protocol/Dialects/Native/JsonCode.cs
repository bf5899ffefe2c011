namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The field <c>code</c> of a frame. 0, 1, 2 and 4 are those of the older system; the rest is for
/// rich clients.
/// </summary>
internal static class JsonCode
{
    public const int History = 0;
    public const int Message = 1;
    public const int Members = 2;
    public const int Welcome = 3;
    public const int Notice = 4;
    public const int MemberChanges = 5;
    public const int NameChanged = 6;
    public const int Ignoring = 7;
    public const int Ping = 8;
    public const int Error = 9;
    public const int Away = 10;
    public const int Pong = 11;
    public const int Missed = 12;
    public const int Acknowledged = 13;
    public const int Challenge = 14;
    public const int StoredForLater = 15;
    public const int Page = 16;
    public const int Found = 17;
    public const int Rooms = 18;
    public const int Role = 19;
    public const int Settings = 20;
    public const int Read = 22;
    public const int Seen = 23;
    public const int Invitation = 24;
    public const int EntryRequests = 25;
    public const int LinkCode = 28;
    public const int Devices = 29;
    public const int PrivatePage = 30;
    public const int Account = 31;

    private static readonly string[] Msgs =
    [
        "消息记录", "msg", "客户端列表", "welcome", "群公告", "members", "nick", "ignoring", "ping", "error", "away", "pong",
        "missed", "known", "challenge",
        "waits", "page", "found",
        "rooms", "role", "settings", "typing", "read", "seen", "invitation", "asks", "log", "commands",
        "link", "devices", "private", "account",
    ];

    /// <summary>Returns the field <c>msg</c> for a code.</summary>
    public static string MsgOf(int code) => Msgs[code];
}
