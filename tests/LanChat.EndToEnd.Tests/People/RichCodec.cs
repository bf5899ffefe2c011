using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>LanChat's own clients: JSON lines both ways.</summary>
internal sealed class RichCodec : ClientCodec
{
    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Dialect => "json";

    public override string EncodeJoin(string name) => Line(new { hello = 1, nick = name });

    public override string EncodeMessage(string text) => Line(new { say = text });

    public override string EncodePrivateMessage(string name, string text) => Line(new { tell = text, to = name });

    public override IEnumerable<ReceivedMessage> Decode(string received) =>
        from frame in Lines(received).Select(line => JsonNode.Parse(line)!)
        where (int)frame["code"]! == 1
        let message = frame["data"]![0]!
        where (string)message["kind"]! is "said" or "private"
        select new ReceivedMessage(
            (string)message["nickname"]!, (string)message["message"]!, (string)message["kind"]! == "private");

    private static string Line(object request) => JsonSerializer.Serialize(request, Options) + "\n";
}
