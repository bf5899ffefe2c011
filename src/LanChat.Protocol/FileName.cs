using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LanChat.Protocol;

/// <summary>
/// The name a shared file goes by. Some clients write a file to their disk under the name they are
/// told, so a name never holds a path (<c>/</c>, <c>\</c>, <c>:</c>), a control character or a
/// direction override, is never <c>.</c> or <c>..</c> or what Windows calls a device, neither
/// begins nor ends with white space, does not end with a dot, is composed (NFC), and takes at most
/// <see cref="LongestLength"/> bytes.
/// </summary>
public static partial class FileName
{
    /// <summary>The most bytes of a name, in UTF-8: what common file systems take.</summary>
    public const int LongestLength = 255;

    // What tells of which kind a file is has no more bytes than that.
    private const int LongestEnding = 32;

    /// <summary>
    /// Makes of a name the nearest one a file may be shared by: white space is cut off the ends and
    /// dots off the end, <c>_</c> stands for what Windows has in no name and in front of what it
    /// calls a device, and what is too long is shortened before its ending. False when it is
    /// nothing, a path, or holds what would be shown as something else than it is: see
    /// <see cref="FlawOf"/>.
    /// </summary>
    public static bool TryClean(string name, [NotNullWhen(true)] out string? clean)
    {
        ArgumentNullException.ThrowIfNull(name);
        clean = FlawOf(name) == FileNameFlaw.None ? Clean(name) : null;
        return clean is not null;
    }

    /// <summary>Why a name can't be made one that a file may be shared by.</summary>
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

    /// <summary>Whether Windows calls a device so.</summary>
    public static bool IsDevice(string name) => Device().IsMatch(name);

    private static string Clean(string name)
    {
        var composed = UnknownToWindows().Replace(Trimmed(name).Normalize(), "_");
        // Of a long name what is left may be a device's.
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
    /// As many whole characters, as people count them, as take at most so many bytes; of one that
    /// takes more, as much as there is room for.
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

        // What joins it to the part that is cut off joins nothing any more.
        return length > 0
            ? text[..length]
            : string.Concat(text.EnumerateRunes().TakeWhile(rune => (most -= rune.Utf8SequenceLength) >= 0))
                .TrimEnd('\u200D');
    }

    [GeneratedRegex(@"[<>""|?*:\\]")]
    private static partial Regex UnknownToWindows();

    // Writing to "con.txt" writes to the screen, in any folder.
    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[1-9¹²³])\s*(\.|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    // "notes.txt" ends in ".txt", and "all.tar.gz" in both.
    [GeneratedRegex(@"(?<=.)(\.tar)?\.[^.\s]+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
