namespace LanChat.Fuzz.Inputs;

/// <summary>
/// Valid sessions of clients of each dialect, datagrams and server frames, as material for
/// mutations.
/// </summary>
internal static class Recordings
{
    private const string Pause = Recording.Pause;

    private static readonly Recording[] Native =
    [
        new("小糖豆", Pause, "大家好", "@ada 只有你", "aa**", "😀 é\r\n"),
        new("bob", Pause, "/i is said by older clients", Pause, "@\"a b\" psst"),
        new("ada\n", "hello\n", "@bob psst\n@\"a b\" psst\r\n", "/me waves\n/nick eve\n", "//text\n\n你好 😀\r\n", "last"),
        new("小糖豆\r\n", "/ls\n/help\n/i\n", "nobody hears this\n", "/i\n/unknown\n/me\n@\n"),
        new(
            "{\"hello\":1,\"nick\":\"ada\"}\n",
            "{\"say\":\"你好 \\ud83d\\ude00\\n\"}\n",
            "{\"tell\":\"psst\",\"to\":\"bob\"}\n",
            "{\"pong\":12}\n"),
        new(
            "{\"hello\":1,\"nick\":\"a b\",\"x\":[{\"y\":null}]}\n",
            "{\"act\":\"waves\"}\n{\"nick\":\"eve\"}\n{\"ignore\":true}\n{\"list\":true}\n"),
        new("{\"hello\":", "1,\"ni", "ck\":\"bob\"}\r\n", "{\"say\":1}\n"),
        new("{\"hello\":1,\"nick\":\"ada\",\"since\":3,\"key\":\"MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaLiF8AnXVAuM2j2HJfWGTdeNiVLji/i1e7gKfvpeQk4uev63Ysa+tuTzZjl4Wa3M8F6FlqnSfEGhV9jSdOGoHQ==\",\"beside\":true}\n", "{\"sign\":\"AAAA\"}\n"),
        new(
            "{\"hello\":1,\"nick\":\"ada\",\"since\":0}\n",
            "{\"say\":\"hi\",\"ref\":\"Ab-_1\"}\n{\"tell\":\"psst\",\"to\":\"bob\",\"ref\":\"x\"}\n{\"had\":7}\n"),
        new("{\"hello\":1,\"nick\":\"bob\"}\n", "{\"history\":true,\"tag\":1,\"before\":9,\"limit\":5}\n{\"history\":true,\"around\":3}\n{\"history\":true,\"after\":1}\n",
            "{\"search\":\"上海\",\"tag\":2,\"from\":\"ada\",\"since\":\"2026-11-01\",\"until\":\"2026-11-01T18:00\",\"before\":9,\"limit\":3}\n{\"away\":\"tea\"}\n{\"ping\":3}\n"),
        new("GET / HTTP/1.1\r\nHost: room\r\n\r\n"),
        new("\u0016\u0003\u0001\0\u0005\u0001\0\0\u0001\u0003"),
    ];

    private static readonly Recording[] Colon =
    [
        new("小糖豆", "大家好:;小糖豆:;【群发】", "aa**:;小糖豆:;【群发】", "``#7:;小糖豆:;【群发】"),
        new("no", "只有你:;no:;ada", "a:;b: c;:;no:;【群发】", "half:;no"),
    ];

    private static readonly Recording[] Pychat =
    [
        new(
            "{\"type\":\"login\",\"msg\":\"小糖豆\"}",
            "{\"type\":\"broadcast\",\"msg\":\"大家好\"}",
            "{\"type\":\"ls\",\"msg\":null}"),
        new(
            "{\"type\":\"login\",\"msg\":\"a b\"}{\"type\":\"login\",\"msg\":\"ab\"}",
            "{\"type\":\"sendto\",\"nickname\":\"bob\",\"msg\":\"psst\"}"),
        new(
            "{\"type\":\"ignore\",\"msg\":null}",
            "{\"type\":\"login\",\"msg\":\"bob\"}",
            "{\"type\":\"ignore\",\"msg\":null} {\"type\":\"help\",\"msg\":null}"),
        new(
            "{\"type\":\"log",
            "in\",\"msg\":\"bo\\u0062\"}",
            "{\"type\":\"broadcast\",\"msg\":\"\\\"}{\\\\\\ud83d\\ude00\"}\r\n"),
    ];

    private static readonly Recording[] Miniqq =
    [
        new("{\"type\":\"1\",\"content\":\"大家好\"}", "{\"type\":\"1\",\"destinationIP\":\"all\",\"content\":\"all\"}"),
        new("{\"type\":\"1\",\"destinationIP\":\"127.0.0.1:7788\",\"content\":\"只有你\"}{\"type\":\"1\",\"destinationIP\":\"bob\",\"content\":\"psst\"}"),
        new(
            "{\"type\":\"3\",\"filename\":\"笔记.txt\",\"content\":\"one\\r\\ntwo\"}",
            "{\"type\":\"3\",\"filename\":\"../x\",\"content\":\"\",\"destinationIP\":\"bob\"}"),
    ];

    private static readonly Recording[] Line =
    [
        new("login 小糖豆\n", "say 大家好\r\nlook\n", "tell bob psst\ntell \"a b\" psst\n", "logout\n"),
        new("look\nlogin\n\nlogin bob\n", "say \u001b[2J\tred\n", "unknown command\nsay", " hi\n"),
    ];

    private static readonly Recording[] Datagrams =
    [
        new("{\"name\": \"物联网数据平台\", \"ip\": \"192.168.38.149\", \"port\": 8001}"),
        new(
            "{\"name\": \"room\", \"ip\": \"192.168.38.149\", \"port\": 8001, \"members\": 12, \"web\": 8080, "
                + "\"https\": true}"),
        new("{\"port\":65535,\"more\":{\"a\":[1,2e3,null]},\"ip\":\"127.0.0.1\",\"name\":\"a \\\"room\\\"\"}"),
    ];

    private const string Said = "{\"id\":7,\"kind\":\"said\",\"nickname\":\"小糖豆\",\"from\":[\"192.168.38.149\",7788],\"message\":\"大家好\",\"time\":\"2023-08-10 16:02:43\"}";

    private static readonly Recording[] Frames =
    [
        new("{\"code\":0,\"msg\":\"消息记录\",\"data\":[" + Said + "," + Said + "]}"),
        new("{\"code\":1,\"msg\":\"msg\",\"data\":[" + Said + "]}"),
        new("{\"code\":1,\"msg\":\"msg\",\"data\":[{\"to\":\"bob\",\"file\":{\"id\":3,\"name\":\"a.txt\",\"size\":12}," + Said[1..] + "]}"),
        new("{\"code\":2,\"msg\":\"客户端列表\",\"data\":[[\"小糖豆\",[\"192.168.38.149\",7788]],[\"bob\",[\"::1\",1]]]}"),
        new("{\"code\":3,\"msg\":\"welcome\",\"data\":{\"protocol\":1,\"room\":\"r\",\"nick\":\"bob\",\"you\":[\"127.0.0.1\",1],\"line\":65536}}"),
        new("{\"code\":4,\"msg\":\"群公告\",\"data\":\"one\\r\\ntwo\"}"),
        new("{\"code\":5,\"msg\":\"members\",\"data\":{\"joined\":[[\"a\",[\"::1\",1]]],\"left\":[[\"b\",[\"::1\",2]]]}}"),
        new("{\"code\":6,\"msg\":\"nick\",\"data\":\"eve\"}"),
        new("{\"code\":7,\"msg\":\"ignoring\",\"data\":true}"),
        new("{\"code\":8,\"msg\":\"ping\",\"data\":12}"),
        new(
            "{\"code\":9,\"msg\":\"error\",\"data\":{\"error\":\"too-slow\",\"text\":\"You read "
                + "slowly.\",\"closes\":true}}"),
        new("{\"code\":3,\"msg\":\"welcome\",\"data\":{\"protocol\":1,\"room\":\"r\",\"nick\":\"bob\",\"you\":[\"127.0.0.1\",1],\"line\":65536,\"pace\":{\"burst\":20,\"rate\":10},\"pings\":true,\"refs\":true,\"history\":200,\"yours\":true,\"files\":{\"port\":8080,\"https\":true,\"token\":\"x\",\"size\":9}}}"),
        new("{\"code\":10,\"msg\":\"away\",\"data\":[[\"ada\",[\"::1\",1],\"tea\"]]}"),
        new("{\"code\":11,\"msg\":\"pong\",\"data\":3}"),
        new("{\"code\":12,\"msg\":\"missed\",\"data\":{\"after\":1,\"before\":9,\"count\":7}}"),
        new("{\"code\":13,\"msg\":\"known\",\"data\":{\"ref\":\"Ab-_1\",\"id\":7}}"),
        new("{\"code\":14,\"msg\":\"challenge\",\"data\":{\"room\":\"r\",\"nonce\":\"AAAA\"}}"),
        new("{\"code\":15,\"msg\":\"waits\",\"data\":{\"to\":\"bob\"}}"),
        new("{\"code\":16,\"msg\":\"page\",\"data\":{\"tag\":1,\"messages\":[" + Said + "],\"older\":true,\"newer\":false}}"),
        new("{\"code\":17,\"msg\":\"found\",\"data\":{\"tag\":2,\"messages\":[" + Said + "],\"next\":7,\"cut\":true}}"),
        new("{\"code\":1,\"msg\":\"msg\",\"data\":[{\"to\":\"bob\",\"waited\":5,\"file\":{\"id\":3,\"name\":\"a.png\",\"size\":12,\"type\":\"image/png\",\"link\":\"/files/x/a.png\"}," + Said[1..] + "]}"),
    ];

    private static readonly Recording[] Names =
        [
            new("小糖豆"),
            new("Ｂｏｂ"),
            new("a b_2"),
            new("notes.txt"),
            new(" 笔记 (1).tar.gz. "),
            new("nul.txt"),
            new("a<b>|c?*\""),
            new("系统消息"),
        ];

    /// <summary>Sessions of a dialect; all sessions for a dialect without its own.</summary>
    public static IReadOnlyList<Recording> Of(string dialect) => dialect switch
    {
        "json" or "terminal" => Native,
        "colon" => Colon,
        "pychat" => Pychat,
        "miniqq" => Miniqq,
        "line" => Line,
        "datagram" => Datagrams,
        "frame" => Frames,
        "name" => Names,
        _ => All,
    };

    /// <summary>All sessions, to be spliced into any other.</summary>
    public static IReadOnlyList<Recording> All { get; } =
        [.. Native, .. Colon, .. Pychat, .. Miniqq, .. Line, .. Datagrams, .. Frames, .. Names];
}
