using System.Text.RegularExpressions;

namespace LanChat.EndToEnd.Tests.Replay;

/// <summary>
/// Maps times, ports, nonces, tokens and ids of the recording to those of this run. A value is
/// learned when it first appears, and must be the same from then on.
/// </summary>
internal sealed partial class RecordedValues
{
    private readonly Dictionary<string, string> _live = [];

    /// <summary>Sets the value that stands for a recorded one in this run.</summary>
    public void Set(string constant, string live) => _live[constant] = live;

    /// <summary>Learns the values of this run from a recorded text and its counterpart.</summary>
    public void Learn(string recorded, string live)
    {
        var (constants, values) = (Changing().Matches(recorded), Changing().Matches(live));
        if (constants.Count != values.Count) return;
        foreach (var (constant, value) in constants.Zip(values)) _live.TryAdd(constant.Value, value.Value);
    }

    /// <summary>Replaces the recorded values by those of this run.</summary>
    public string ToLive(string recorded) =>
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
