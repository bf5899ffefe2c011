using System.Globalization;
using System.Text;
using LanChat.Protocol;

namespace LanChat.Client.Transfers;

/// <summary>Chooses the name of a downloaded file.</summary>
internal static class SavedName
{
    private const string Fallback = "file";

    /// <summary>
    /// Cleans a shared name. Removes a leading dot, so that the file is not hidden, unless the user
    /// asked for that name.
    /// </summary>
    public static string Of(string shared, string asked)
    {
        if (!FileName.TryClean(shared, out var clean)) return Fallback;
        if (!clean.StartsWith('.') || asked.StartsWith('.')) return clean;
        return FileName.TryClean(clean.TrimStart('.'), out var visible) ? visible : Fallback;
    }

    /// <summary>
    /// Reserves the first free name by creating an empty file; appends a number if the name is
    /// taken.
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
            catch (IOException) when (Exists(path))
            {
                // Taken: try the next number.
            }
            catch (UnauthorizedAccessException) when (Directory.Exists(path))
            {
                // Taken by a folder.
            }
        }
    }

    /// <summary>
    /// Inserts the number before the extension; truncates the stem by grapheme clusters to the
    /// maximum length.
    /// </summary>
    internal static string Numbered(string name, int number)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), $" ({number}){Path.GetExtension(name)}");
        while (stem.Length > 0 && Encoding.UTF8.GetByteCount(stem + ending) > FileName.LongestLength)
            stem = stem[..StringInfo.ParseCombiningCharacters(stem)[^1]];
        return stem + ending;
    }

    /// <summary>Also detects a dangling link.</summary>
    private static bool Exists(string path) =>
        File.Exists(path) || Directory.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
