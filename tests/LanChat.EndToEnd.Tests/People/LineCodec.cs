using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>Telnet and netcat: commands on lines.</summary>
internal sealed partial class LineCodec : ClientCodec
{
    public override string Dialect => "line";

    public override string EncodeJoin(string name) => $"login {name}\n";

    public override string EncodeMessage(string text) => $"say {text}\n";

    public override string EncodePrivateMessage(string name, string text) => $"tell {Quoted(name)} {text}\n";

    public override IEnumerable<ReceivedMessage> Decode(string received) =>
        from line in Lines(received)
        let said = Said().Match(line)
        where said.Success && line != "Online Users:"
        select new ReceivedMessage(said.Groups[2].Value, said.Groups[3].Value, said.Groups[1].Success);

    [GeneratedRegex(@"^(\(private\) )?(.+?): (.*)$")]
    private static partial Regex Said();
}
