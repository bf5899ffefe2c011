using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using LanChat.Protocol.Text;

namespace LanChat.Protocol;

/// <summary>
/// The name a shared file goes by. Some clients write a file to their disk under the name they are told, so a name never holds a path
/// (<c>/</c>, <c>\</c>, <c>:</c>), a control character or a direction override, is never <c>.</c> or <c>..</c> or what Windows calls a
/// device, neither begins nor ends with white space, does not end with a dot, and takes at most <see cref="LongestLength"/> bytes.
/// </summary>
public static partial class FileName
{
    /// <summary>The most bytes of a name, in UTF-8: what common file systems take.</summary>
    public const int LongestLength = 255;

    /// <summary>
    /// Cuts white space off the ends and dots off the end, and puts <c>_</c> for what Windows has in no name; false when the rest is none.
    /// </summary>
    public static bool TryClean(string name, [NotNullWhen(true)] out string? clean)
    {
        ArgumentNullException.ThrowIfNull(name);
        var cleaned = UnknownToWindows().Replace(name.Trim().TrimEnd('.', ' '), "_");
        var good = cleaned.Length > 0 && NameText.LengthOf(cleaned) is not null && !name.Any(char.IsControl)
            && cleaned.AsSpan().IndexOfAny("/\\:") < 0 && !Device().IsMatch(cleaned)
            && Encoding.UTF8.GetByteCount(cleaned) <= LongestLength;
        clean = good ? cleaned : null;
        return good;
    }

    [GeneratedRegex("[<>\"|?*]")]
    private static partial Regex UnknownToWindows();

    // Writing to "con.txt" writes to the screen, in any folder.
    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[1-9¹²³])\s*(\.|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
