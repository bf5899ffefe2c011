using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>
/// Proofs of whose a name is: made anew for the nonces of this time, with the keys of then.
/// </summary>
internal sealed class OldProofs
{
    private readonly Dictionary<string, string> _nicks = [];
    private readonly Dictionary<string, JsonNode> _challenges = [];

    /// <summary>Keeps a challenge.</summary>
    public void Hear(string connection, string? frame)
    {
        if (frame is null || !frame.StartsWith("""{"code":14,""", StringComparison.Ordinal)) return;
        _challenges[connection] = JsonNode.Parse(frame)!;
    }

    /// <summary>What a client sends in place of what it sent then.</summary>
    public string InPlaceOf(Entry sent)
    {
        if (!sent.Text!.StartsWith('{')) return sent.Text;
        var wish = JsonNode.Parse(sent.Text)!;
        if (wish["hello"] is not null) _nicks[sent.Connection] = (string)wish["nick"]!;
        if (wish["sign"] is null) return sent.Text;
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
