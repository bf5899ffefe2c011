using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>Telnet and netcat: commands on lines.</summary>
internal sealed partial class LineManner : Manner
{
    public override string Dialect => "line";

    public override string Enter(string name) => $"login {name}\n";

    public override string Say(string text) => $"say {text}\n";

    public override string Tell(string name, string text) => $"tell {Typed(name)} {text}\n";

    public override IEnumerable<Words> Understand(string received) =>
        from line in Lines(received)
        let said = Said().Match(line)
        where said.Success && line != "Online Users:"
        select new Words(said.Groups[2].Value, said.Groups[3].Value, said.Groups[1].Success);

    [GeneratedRegex(@"^(\(private\) )?(.+?): (.*)$")]
    private static partial Regex Said();
}
