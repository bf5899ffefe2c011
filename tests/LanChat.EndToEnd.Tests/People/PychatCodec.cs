using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>Nicknames, messages and private messages in JSON objects.</summary>
internal sealed partial class PychatCodec : ClientCodec
{
    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Dialect => "pychat";

    public override string EncodeJoin(string name) => Send(new { type = "login", msg = name });

    public override string EncodeMessage(string text) => Send(new { type = "broadcast", msg = text });

    public override string EncodePrivateMessage(string name, string text) =>
        Send(new { type = "sendto", nickname = name, msg = text });

    public override IEnumerable<ReceivedMessage> Decode(string received)
    {
        // The greeting is not JSON.
        if (!received.StartsWith('{')) yield break;
        var said = JsonNode.Parse(received)!;
        var form = (string)said["type"]! switch { "broadcast" => Broadcast(), "single" => Single(), _ => null };
        if (form?.Match((string)said["msg"]!) is { Success: true, Groups: var parts })
            yield return new ReceivedMessage(parts["from"].Value, parts["text"].Value, form == Single());
    }

    private static string Send(object said) => JsonSerializer.Serialize(said, Options);

    [GeneratedRegex(@"^\[TIME : [^]]{24}\]\r\n\[(?<from>.+?)\] : (?<text>.*)\r\n$")]
    private static partial Regex Broadcast();

    [GeneratedRegex(@"^\[TIME : [^]]{24}\]\r\n\[ (?<from>.+?) CHATTING TO .+ \] : (?<text>.*)\r\n$")]
    private static partial Regex Single();
}
