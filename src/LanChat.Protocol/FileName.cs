using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LanChat.Protocol;

/// <summary>
/// The rules for names of shared files. Some clients write a file to disk under the name they
/// receive. So a name contains no path (<c>/</c>, <c>\</c>, <c>:</c>), control character or
/// direction override; is not <c>.</c>, <c>..</c> or a Windows device; neither begins nor ends with
/// white space; does not end with a dot; is normalised to NFC; and has at most
/// <see cref="LongestLength"/> bytes.
/// </summary>
public static partial class FileName
{
    /// <summary>The maximum length in bytes of UTF-8, as in common file systems.</summary>
    public const int LongestLength = 255;

    // A longer ending is not treated as a file extension.
    private const int LongestEnding = 32;

    /// <summary>
    /// Cleans a name: trims white space and trailing dots, replaces characters that Windows forbids
    /// with <c>_</c>, prefixes device names with <c>_</c>, and shortens a long name before its
    /// extension. Returns false if the name has a flaw (<see cref="FlawOf"/>).
    /// </summary>
    public static bool TryClean(string name, [NotNullWhen(true)] out string? clean)
    {
        ArgumentNullException.ThrowIfNull(name);
        clean = FlawOf(name) == FileNameFlaw.None ? Clean(name) : null;
        return clean is not null;
    }

    /// <summary>Returns the reason why a name cannot be cleaned.</summary>
    public static FileNameFlaw FlawOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var rest = Trimmed(name);
        return rest.Length == 0 ? FileNameFlaw.Empty
            : rest.Contains('/', StringComparison.Ordinal) ? FileNameFlaw.Path
            : name.Any(char.IsControl) ? FileNameFlaw.Control
            : NameText.LengthOf(rest) is null ? FileNameFlaw.Unseen
            : FileNameFlaw.None;
    }

    /// <summary>Whether Windows reserves the name for a device.</summary>
    public static bool IsDevice(string name) => Device().IsMatch(name);

    private static string Clean(string name)
    {
        var composed = UnknownToWindows().Replace(Trimmed(name).Normalize(), "_");
        // Shortening can produce a device name.
        return NoDevice(NoDevice(composed));
    }

    private static string NoDevice(string name) => Shortened(IsDevice(name) ? "_" + name : name);

    private static string Trimmed(string name)
    {
        var end = name.Length;
        while (end > 0 && (name[end - 1] == '.' || char.IsWhiteSpace(name[end - 1]))) end--;
        return name[..end].TrimStart();
    }

    private static string Shortened(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= LongestLength) return name;
        var ending = Ending().Match(name).Value;
        if (Encoding.UTF8.GetByteCount(ending) > LongestEnding) ending = "";
        var room = LongestLength - Encoding.UTF8.GetByteCount(ending);
        var shortened = Trimmed(Begin(name[..^ending.Length], room)) + ending;
        return shortened.Length > 0 ? shortened : "_";
    }

    /// <summary>
    /// Returns the longest prefix of whole grapheme clusters within a number of bytes. If the first
    /// cluster alone is too long, cuts it between code points.
    /// </summary>
    private static string Begin(string text, int most)
    {
        var (length, bytes) = (0, 0);
        for (var next = 0; next < text.Length; length = next)
        {
            var character = StringInfo.GetNextTextElement(text, next);
            bytes += Encoding.UTF8.GetByteCount(character);
            if (bytes > most) break;
            next += character.Length;
        }

        // A joiner at the cut joins nothing.
        return length > 0
            ? text[..length]
            : string.Concat(text.EnumerateRunes().TakeWhile(rune => (most -= rune.Utf8SequenceLength) >= 0))
                .TrimEnd('\u200D');
    }

    [GeneratedRegex(@"[<>""|?*:\\]")]
    private static partial Regex UnknownToWindows();

    // Windows treats "con.txt" as the console, in any folder.
    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[1-9¹²³])\s*(\.|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    // The extension of "notes.txt" is ".txt", that of "all.tar.gz" is ".tar.gz".
    [GeneratedRegex(@"(?<=.)(\.tar)?\.[^.\s]+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
