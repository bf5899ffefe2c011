using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>
/// The native dialect, and the older client of the same system that knows no codes.
/// </summary>
/// <param name="dialect">Which of the two.</param>
/// <param name="end">What ends a message: nothing, or a line end as netcat has it.</param>
internal sealed partial class NativeManner(string dialect, string end) : Manner
{
    private const int Spoken = 1;

    public override string Dialect => dialect;

    public override int Receives => 64 * 1024;

    public override string Enter(string name) => name + end;

    public override string Say(string text) => text + end;

    public override string Tell(string name, string text) => $"@{Typed(name)} {text}{end}";

    public override IEnumerable<Words> Understand(string received)
    {
        var frames = end.Length > 0 ? Lines(received) : [received];
        return frames.Select(frame => JsonNode.Parse(frame)!).SelectMany(Messages).Select(Said).OfType<Words>();
    }

    private static JsonArray Messages(JsonNode frame) =>
        frame is JsonArray list ? list
        : (int)frame["code"]! == Spoken ? frame["data"]!.AsArray()
        : [];

    private static Words? Said(JsonNode? message)
    {
        var (from, text) = ((string)message!["nickname"]!, (string)message["message"]!);
        if (from is "系统消息" or "服务器") return null;
        var marked = Private().Match(text);
        return marked.Success ? new Words(from, marked.Groups[1].Value, IsPrivate: true) : new Words(from, text);
    }

    [GeneratedRegex(@"^\(private to .+?\) (.*)$")]
    private static partial Regex Private();
}
