using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>
/// The native dialect, and the older client of the same system whose frames have no codes.
/// </summary>
/// <param name="dialect">Which of the two.</param>
/// <param name="end">What ends a message: nothing, or a line end as with netcat.</param>
internal sealed partial class NativeCodec(string dialect, string end) : ClientCodec
{
    private const int Spoken = 1;

    public override string Dialect => dialect;

    public override int ReadSize => 64 * 1024;

    public override string EncodeJoin(string name) => name + end;

    public override string EncodeMessage(string text) => text + end;

    public override string EncodePrivateMessage(string name, string text) => $"@{Quoted(name)} {text}{end}";

    public override IEnumerable<ReceivedMessage> Decode(string received)
    {
        var frames = end.Length > 0 ? Lines(received) : [received];
        return frames.Select(frame => JsonNode.Parse(frame)!)
            .SelectMany(Messages).Select(Said).OfType<ReceivedMessage>();
    }

    private static JsonArray Messages(JsonNode frame) =>
        frame is JsonArray list ? list
        : (int)frame["code"]! == Spoken ? frame["data"]!.AsArray()
        : [];

    private static ReceivedMessage? Said(JsonNode? message)
    {
        var (from, text) = ((string)message!["nickname"]!, (string)message["message"]!);
        if (from is "系统消息" or "服务器") return null;
        var marked = Private().Match(text);
        return marked.Success
            ? new ReceivedMessage(from, marked.Groups[1].Value, IsPrivate: true)
            : new ReceivedMessage(from, text);
    }

    [GeneratedRegex(@"^\(private to .+?\) (.*)$")]
    private static partial Regex Private();
}
