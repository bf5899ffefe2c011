using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Rooms;

namespace LanChat.Server.Tests.History;

/// <summary>The messages of <c>schema2.db</c> and of <c>room.sql</c>.</summary>
internal static class Version1Recording
{
    public const int Messages = 143;

    private const string AdasKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEruTjmHNZde7wjaBmv2k2cMHf8Gjxs9mqMEsOKIFa0FZjx37X"
        + "9Hk73bRJiFTlyueq8m8N+wEVDU29FF1MR7xJ5A==";

    private const string OthersKey =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEIediNsC2DTj2bWqhEOzQHZEcmQha5y7YwE27XDfs/QjUII9W"
        + "uQTi1hDB+ctLvmWKFEIDHFjlluNOZ5dbu/jusQ==";

    /// <summary>The registrations; their keys are in the folder <c>keys</c>.</summary>
    public static readonly (string Name, string Key)[] Names =
        [("ada", AdasKey), ("Ada L.", AdasKey), ("小糖豆", OthersKey)];

    /// <summary>The offline messages: recipient, sender, text and ref.</summary>
    public static readonly (string To, string From, int Port, string Text, string? Ref)[] OfflineMessages =
    [
        ("ada", "小糖豆", 41012, "first word for ada", Ref("c001")),
        ("ada", "tom", 41013, "第二句", null),
        ("ADA", "小糖豆", 41012, "third, two\nlines 😀", null),
        ("Ada L.", "小糖豆", 41012, "for the other name", null),
    ];

    /// <summary>Some messages of each kind that members send.</summary>
    public static readonly (long Id, MessageKind Kind, string Nick, string Text)[] SampleMessages =
    [
        (1, MessageKind.Joined, "系统消息", "欢迎来自 ('127.0.0.1', 41011) 的【ada】加入聊天室!"),
        (4, MessageKind.Said, "tom", "hello from netcat"),
        (5, MessageKind.Said, "小糖豆", "大家好！ two\nlines, \"quotes\", \\ and 😀 é\t'\";--"),
        (6, MessageKind.Acted, "tom", "puts the kettle on"),
        (7, MessageKind.Acted, "ada", "摸摸猫"),
        (14, MessageKind.Renamed, "系统消息", "【ada】改名为【Ada L.】"),
        (136, MessageKind.Left, "系统消息", "来自 ('127.0.0.1', 41011) 的客户端【ada】下线了"),
        (138, MessageKind.Said, "scripty", "from a script :tada:"),
        (140, MessageKind.Said, "小糖豆", "good night, all"),
    ];

    /// <summary>The refs of messages; the script's ref differs between the files.</summary>
    public static (string Ref, long Id)[] Refs(string scripts) =>
    [
        (Ref("a001"), 5), (Ref("a002"), 7),
        .. Enumerable.Range(1, 12).Select(ten => (Ref($"b{ten * 10:000}"), 14L + (ten * 10))),
        (scripts, 138), (Ref("a003"), 140),
    ];

    public static void AssertSampleMessages(IReadOnlyList<ChatMessage> messages) => Assert.Equal(
        SampleMessages,
        from some in SampleMessages
        let message = messages[(int)some.Id - 1]
        select (message.Id, message.Kind, message.Nickname, RoomSentences.TextOf(message)));

    /// <summary>Compares everything beside the messages, except times.</summary>
    public static void AssertRegistry(RegistrySnapshot registry)
    {
        Assert.Equal(Names.Order(), registry.Nicks.Select(name => (name.Text, name.Account)).Order());
        Assert.All(registry.Nicks, name => Assert.Equal("127.0.0.1", name.Ip));
        Assert.Equal(
            OfflineMessages,
            from mail in registry.Mail
            let message = mail.Message
            select (mail.To, message.Nickname, message.From.Port, message.Text, message.Ref));
        Assert.All(
            registry.Mail,
            message => Assert.Equal((0, MessageKind.Private), (message.Message.Id, message.Message.Kind)));
    }

    private static string Ref(string end) => $"5f0c1d0000000000000000000000{end}";
}
