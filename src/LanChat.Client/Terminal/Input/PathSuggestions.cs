using System.IO.Enumeration;
using LanChat.Client.Transfers;

namespace LanChat.Client.Terminal.Input;

/// <summary>
/// Suggests files and folders for a path; hidden ones only if the prefix starts with a dot.
/// </summary>
internal static class PathSuggestions
{
    /// <summary>Maximum number of entries read from a folder.</summary>
    public const int MaxEntries = 50_000;

    private static readonly EnumerationOptions All = new() { AttributesToSkip = FileAttributes.None };

    /// <param name="path">The start of a path, as typed.</param>
    /// <param name="most">Maximum number of folder entries to read.</param>
    /// <returns>
    /// The index where the last path segment starts, and its completions; folders end in a slash.
    /// </returns>
    public static (int Start, IReadOnlyList<Suggestion> Matches) For(string path, int most = MaxEntries)
    {
        if (path == "~") return (0, [new Suggestion("~/", "~/")]);
        var start = path.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) + 1;
        return (start, In(start == 0 ? "." : UserPath.Expand(path[..start]), path[start..], most));
    }

    private static IReadOnlyList<Suggestion> In(string folder, string part, int most)
    {
        try
        {
            return
            [
                .. new FileSystemEnumerable<(string Name, bool IsFolder)>(
                        folder, (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory), All)
                    .Take(most)
                    .Where(one => IsCompletion(one.Name, part))
                    .Select(one => one.IsFolder ? one.Name + '/' : one.Name)
                    .Order(StringComparer.Ordinal)
                    .Select(name => new Suggestion(name, name)),
            ];
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Also matches decomposed names, as macOS stores them.</summary>
    private static bool IsCompletion(string name, string part)
    {
        if (part.Length == 0 && name.StartsWith('.')) return false;
        return name.StartsWith(part, StringComparison.Ordinal)
            || RegularFile.Normalize(name).StartsWith(RegularFile.Normalize(part), StringComparison.Ordinal);
    }
}
