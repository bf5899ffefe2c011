using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>People are their addresses; what comes from one's own is ignored.</summary>
internal sealed class MiniqqManner : Manner
{
    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private string _address = "";

    public override string Dialect => "miniqq";

    public override bool HearsItself => false;

    public override bool SeesPrivacy => false;

    public override string NameOf(string wanted, string address) => _address = address;

    public override string Enter(string name) => "";

    public override string Say(string text) => Send(new { type = "1", content = text, destinationIP = "all" });

    public override string Tell(string name, string text) =>
        Send(new { type = "1", content = text, destinationIP = name });

    public override IEnumerable<Words> Understand(string received)
    {
        var said = JsonNode.Parse(received)!;
        if ((string)said["type"]! != "1") yield break;
        var (from, text) = ((string)said["sourceIP"]!, (string)said["content"]!);
        if (from != _address && from != "系统消息") yield return new Words(from, text);
    }

    private static string Send(object said) => JsonSerializer.Serialize(said, Options);
}
