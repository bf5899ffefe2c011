using System.Globalization;
using System.Text;
using LanChat.Protocol;

namespace LanChat.Client.Transfers;

/// <summary>What a file that is fetched is called in the folder it is saved in.</summary>
internal static class SavedName
{
    private const string Nameless = "file";

    /// <summary>A shared file's name, where it may be written: one that would be hidden loses its dot, unless it was asked for by that name.</summary>
    public static string Of(string shared, string asked)
    {
        if (!FileName.TryClean(shared, out var clean)) return Nameless;
        if (!clean.StartsWith('.') || asked.StartsWith('.')) return clean;
        return FileName.TryClean(clean.TrimStart('.'), out var visible) ? visible : Nameless;
    }

    /// <summary>
    /// Takes the first name that is free, by an empty file of that name that was not there before; where it is taken, by whatever it is, a
    /// number stands behind it.
    /// </summary>
    /// <returns>The path.</returns>
    public static string Claim(string folder, string name)
    {
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(folder, number == 1 ? name : Numbered(name, number));
            try
            {
                new FileStream(path, FileMode.CreateNew).Dispose();
                return path;
            }
            catch (IOException) when (IsThere(path))
            {
                // Somebody else's: the next number.
            }
            catch (UnauthorizedAccessException) when (Directory.Exists(path))
            {
                // A folder.
            }
        }
    }

    /// <summary>The number stands before the ending; a stem that is too long for both loses characters at its end, never half of one.</summary>
    internal static string Numbered(string name, int number)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), $" ({number}){Path.GetExtension(name)}");
        while (stem.Length > 0 && Encoding.UTF8.GetByteCount(stem + ending) > FileName.LongestLength)
            stem = stem[..StringInfo.ParseCombiningCharacters(stem)[^1]];
        return stem + ending;
    }

    /// <summary>A link that leads nowhere is there as well.</summary>
    private static bool IsThere(string path) => File.Exists(path) || Directory.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
