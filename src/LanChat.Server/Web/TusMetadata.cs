using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LanChat.Server.Web;

/// <summary>
/// Reads the header Upload-Metadata of tus 1.0: comma-separated pairs of a key and a base64 value.
/// </summary>
internal static class TusMetadata
{
    // In characters; enough for a file name and a few short values.
    private const int MaxHeader = 4096;

    public static bool TryRead(string header, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? values)
    {
        values = null;
        if (header.Length > MaxHeader) return false;
        var read = new Dictionary<string, string>();
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ', 2);
            if (!TryDecode(parts.Length == 2 ? parts[1] : "", out var value)) return false;
            if (!read.TryAdd(parts[0], value)) return false;
        }

        values = read;
        return true;
    }

    private static bool TryDecode(string base64, [NotNullWhen(true)] out string? value)
    {
        value = null;
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var count)) return false;
        try
        {
            value = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        return true;
    }
}
