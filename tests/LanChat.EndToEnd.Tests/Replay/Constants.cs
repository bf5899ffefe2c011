using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>
/// What stands for the times, ports, nonces, tokens and numbers of the recorded evening, which are
/// others every time. When one is first heard of, what it is this time is learned; from then on it
/// has to be the same.
/// </summary>
internal sealed partial class Constants
{
    private readonly Dictionary<string, string> _live = [];

    /// <summary>Says what a constant stands for.</summary>
    public void Know(string constant, string live) => _live[constant] = live;

    /// <summary>Learns what it can of what was recorded and what came in its place.</summary>
    public void Learn(string recorded, string live)
    {
        var (constants, values) = (Changing().Matches(recorded), Changing().Matches(live));
        if (constants.Count != values.Count) return;
        foreach (var (constant, value) in constants.Zip(values)) _live.TryAdd(constant.Value, value.Value);
    }

    /// <summary>What was recorded as it has to be this time.</summary>
    public string Live(string recorded) =>
        Changing().Replace(recorded, constant => _live.GetValueOrDefault(constant.Value, constant.Value));

    [GeneratedRegex("""
        (?<="time":")[\d: -]{19}(?=")
        |(?<="token":"|Bearer\ )[\w-]{22}
        |(?<="nonce":")[\w+/]{43}=
        |(?<=/files/|/uploads/)[\w-]{22}
        |(?<="file":\{"id":)\d+
        |(?<="(waited|had)":)\d+
        |(?<=127\.0\.0\.1(",|',\ |:)|"port":)\d+
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Changing();
}
