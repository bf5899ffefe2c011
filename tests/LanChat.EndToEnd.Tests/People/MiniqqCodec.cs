using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>Members are their addresses; the client ignores its own messages.</summary>
internal sealed class MiniqqCodec : ClientCodec
{
    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private string _address = "";

    public override string Dialect => "miniqq";

    public override bool ReceivesOwnMessages => false;

    public override bool MarksPrivateMessages => false;

    public override string NicknameFor(string wanted, string address) => _address = address;

    public override string EncodeJoin(string name) => "";

    public override string EncodeMessage(string text) => Send(new { type = "1", content = text, destinationIP = "all" });

    public override string EncodePrivateMessage(string name, string text) =>
        Send(new { type = "1", content = text, destinationIP = name });

    public override IEnumerable<ReceivedMessage> Decode(string received)
    {
        var said = JsonNode.Parse(received)!;
        if ((string)said["type"]! != "1") yield break;
        var (from, text) = ((string)said["sourceIP"]!, (string)said["content"]!);
        if (from != _address && from != "系统消息") yield return new ReceivedMessage(from, text);
    }

    private static string Send(object said) => JsonSerializer.Serialize(said, Options);
}
