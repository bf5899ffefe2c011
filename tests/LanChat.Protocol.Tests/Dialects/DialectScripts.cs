using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>
/// Input of clients in each dialect: mostly valid, partly broken, in UTF-8 or GBK.
/// </summary>
internal static class DialectScripts
{
    /// <summary>The dialects with delimited messages; their input can be split anywhere.</summary>
    public static readonly TheoryData<string> Framed = ["json", "terminal", "pychat", "miniqq", "line"];

    public static readonly TheoryData<string> All = [.. AllDialects.List.Select(dialect => dialect.Name)];

    private static readonly JsonSerializerOptions AsItIs =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly WireLimits Limits = new(96, WireLimits.Default.Quiet);

    public static IDialect Of(string name) => AllDialects.List.Single(dialect => dialect.Name == name);

    /// <summary>The messages read from these chunks and the end of the stream.</summary>
    public static IReadOnlyList<ClientMessage> Messages(string dialect, params IEnumerable<byte[]> pieces)
    {
        var driver = new ConversationDriver(Of(dialect), Limits);
        foreach (var piece in pieces) driver.Receive(piece);
        return driver.End().Messages;
    }

    public static Gen<byte[]> AnyScript(string dialect) =>
        from beginning in Gen.Elements(Beginnings(dialect))
        from messages in Gen.Frequency(
            (6, AnyMessage(dialect).Select(Encoding.UTF8.GetBytes)),
            (3, AnyMessage(dialect).Select(Gbk.Bytes)),
            (1, Arbitrary.Bytes)).ArrayOf()
        select (byte[])[.. Encoding.UTF8.GetBytes(beginning), .. messages.SelectMany(message => message)];

    private static string[] Beginnings(string dialect) => dialect switch
    {
        "json" or "terminal" => ["bob\n", "{\"hello\":1,\"nick\":\"bob\"}\n", ""],
        "pychat" => ["""{"type":"login","msg":"bob"}""", ""],
        "line" => ["login bob\n", ""],
        _ => [""],
    };

    private static Gen<string> AnyMessage(string dialect) => dialect switch
    {
        "json" or "terminal" => Gen.OneOf(
            from start in Gen.Elements("", "@ann ", "@\"a b\" ", "/me ", "/nick ", "/", "//")
            from text in Arbitrary.Line
            select $"{start}{text}\n",
            Gen.Elements("/ls", "/i", "/help", "", "\r").Select(line => line + "\n"),
            from field in Gen.Elements("say", "act", "nick", "tell", "ignore")
            from value in AnyValue
            from to in Gen.Elements("", ",\"to\":\"ann\"")
            select $"{{\"{field}\":{value}{to}}}\n"),
        "line" =>
            from command in Gen.Elements("say ", "tell ann ", "login ", "look", "logout", "", " ", "\u001b")
            from text in Arbitrary.Line
            from end in Gen.Elements("\n", "\r\n")
            select command + text + end,
        _ =>
            from type in Gen.Elements("login", "broadcast", "sendto", "ls", "help", "ignore", "1", "3")
            from fields in (from name in Gen.Elements("msg", "nickname", "content", "filename", "destinationIP", "type")
                            from value in AnyValue
                            select $",\"{name}\":{value}").ArrayOf()
            from space in Gen.Elements("", "", " ", "\r\n")
            select $"{{\"type\":\"{type}\"{string.Concat(fields)}}}{space}",
    };

    private static Gen<string> AnyValue => Gen.Frequency(
        (6, Arbitrary.Text.Select(text => JsonSerializer.Serialize(text))),
        (3, Arbitrary.Text.Select(text => JsonSerializer.Serialize(text, AsItIs))),
        (1, Gen.Elements(
            "1", "null", "true", "[[{}]]", "{\"a\":\"}\"}", "\"\\ud800\"", "\"\\u0000\"", "\"", "{", "]")));
}
