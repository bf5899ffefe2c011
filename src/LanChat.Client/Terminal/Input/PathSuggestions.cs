using System.IO.Enumeration;
using LanChat.Client.Transfers;

namespace LanChat.Client.Terminal.Input;

/// <summary>The files and folders that a path may become; those that are hidden only where their dot was typed.</summary>
internal static class PathSuggestions
{
    /// <summary>A folder that holds more is looked at no further.</summary>
    public const int MostLookedAt = 50_000;

    private static readonly EnumerationOptions All = new() { AttributesToSkip = FileAttributes.None };

    /// <param name="path">The beginning of a path, as it was typed.</param>
    /// <param name="most">How much of a folder is looked at.</param>
    /// <returns>Where its last part begins, and what that may become: folders end in a slash.</returns>
    public static (int Start, IReadOnlyList<Suggestion> Matches) For(string path, int most = MostLookedAt)
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
                    .Where(one => (one.Name.StartsWith(part, StringComparison.Ordinal) || PlainFile.Composed(one.Name).StartsWith(PlainFile.Composed(part), StringComparison.Ordinal)) && (part.Length > 0 || !one.Name.StartsWith('.')))
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
}
