using System.Text;
using System.Text.RegularExpressions;

namespace LanChat.Client.Display;

/// <summary>
/// Finds URLs in text. The rule is shared with the page and specified by
/// tests/fixtures/cases/links.json and its README: surrounding punctuation stays outside.
/// </summary>
internal static partial class Links
{
    private const string Openings = "([{";
    private const string Closings = ")]}";

    /// <summary>The URLs, in order.</summary>
    public static IReadOnlyList<(int Start, int Length)> In(string text)
    {
        var links = new List<(int, int)>();
        Find(text, 0, links);
        return links;
    }

    /// <summary>Percent-encodes non-ASCII characters, as OSC 8 requires.</summary>
    public static string Encoded(string link)
    {
        var encoded = new StringBuilder(link.Length);
        foreach (var rune in link.EnumerateRunes())
        {
            if (rune.IsAscii) encoded.Append(rune);
            else encoded.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return encoded.ToString();
    }

    private static void Find(string text, int offset, List<(int, int)> links)
    {
        foreach (Match match in Candidate().Matches(text))
        {
            var candidate = match.Value;
            var link = TrailingPunctuation().Replace(candidate[..EndOf(candidate)], "");
            if (HasHost().IsMatch(link)) links.Add((offset + match.Index, link.Length));
            // The rest may contain more URLs, as in (a),(b).
            var rest = Math.Max(link.Length, 1);
            Find(candidate[rest..], offset + match.Index + rest, links);
        }
    }

    /// <summary>
    /// The end of the URL: at an unmatched closing bracket, or an apostrophe that closes a
    /// quotation.
    /// </summary>
    private static int EndOf(string candidate)
    {
        var host = SchemeAndHost().Match(candidate).Length;
        if (host < candidate.Length && (Openings + Closings + "'’").Contains(candidate[host], StringComparison.Ordinal))
            return host;
        var open = new Stack<char>();
        for (var at = host; at < candidate.Length; at++)
        {
            var unit = candidate[at];
            if (unit is '\'' or '’' && !(Rune.TryGetRuneAt(candidate + " ", at + 1, out var next) && IsWordChar(next)))
                return at;
            if (Openings.Contains(unit, StringComparison.Ordinal)) open.Push(unit);
            else if (Closings.IndexOf(unit, StringComparison.Ordinal) is >= 0 and var closing
                && !(open.TryPop(out var last) && last == Openings[closing]))
                return at;
        }

        return candidate.Length;
    }

    private static bool IsWordChar(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune) || Rune.IsNumber(rune);

    // Excludes white space, controls, invisible characters, quotation marks and backticks, and the
    // punctuation of Chinese, Japanese, Arabic and Hindi.
    [GeneratedRegex(
        "https?://[^\\s\\u0000-\\u001F\\u007F-\\u009F<>\"`\\u00AB\\u00AD\\u00BB\\u061C\\u060C\\u061B\\u061F"
        + "\\u06D4\\u0964\\u0965\\u200B\\u200E\\u200F\\u2014\\u2015\\u2018\\u201A-\\u201F\\u2026\\u202A-\\u202E"
        + "\\u2039\\u203A\\u2060-\\u206F\\u3000-\\u3003\\u3008-\\u3011\\u3014-\\u301F\\uFE10-\\uFE1F"
        + "\\uFE30-\\uFE6F\\uFEFF\\uFF01-\\uFF0F"
        + "\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();

    [GeneratedRegex(
        @"^https?://(?:\[[0-9a-f:.]+\])?[^/?#'’()\[\]{}]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SchemeAndHost();

    [GeneratedRegex(@"[.,:;!?*_~|'’(\[{]+\z")]
    private static partial Regex TrailingPunctuation();

    [GeneratedRegex(@"^https?://[^/?#]*[\p{L}\p{N}]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HasHost();
}
