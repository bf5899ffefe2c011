using System.Runtime.CompilerServices;

namespace LanChat.Architecture;

/// <summary>The folder that the tests were compiled in.</summary>
internal static class Repository
{
    /// <summary>The path of the repository's root.</summary>
    public static string Root { get; } = RootAbove();

    private static string RootAbove([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
