using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>Signs this run's nonces with the recorded device keys.</summary>
internal sealed class Version1Proofs
{
    private readonly Dictionary<string, string> _nicks = [];
    private readonly Dictionary<string, JsonNode> _challenges = [];

    /// <summary>Stores a challenge.</summary>
    public void Store(string connection, string? frame)
    {
        if (frame is null || !frame.StartsWith("""{"code":14,""", StringComparison.Ordinal)) return;
        _challenges[connection] = JsonNode.Parse(frame)!;
    }

    /// <summary>Replaces a recorded signature by one for this run's nonce.</summary>
    public string InPlaceOf(RecordedEntry sent)
    {
        if (!sent.Text!.StartsWith('{')) return sent.Text;
        var request = JsonNode.Parse(sent.Text)!;
        if (request["hello"] is not null) _nicks[sent.Connection] = (string)request["nick"]!;
        if (request["sign"] is null) return sent.Text;
        var proof = RichClient.Sign(KeyOf(sent.Connection), _challenges[sent.Connection], _nicks[sent.Connection]);
        return $$"""{"sign":"{{proof}}"}""" + "\n";
    }

    private static ECDsa KeyOf(string connection)
    {
        var file = $"{connection.Split('-')[0]}.pem";
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "v1", "keys", file)));
        return key;
    }
}
