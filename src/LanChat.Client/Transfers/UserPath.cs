namespace LanChat.Client.Transfers;

/// <summary>A path as people type it.</summary>
internal static class UserPath
{
    private const string Home = "~";

    /// <summary>The path that is meant: one that begins with <c>~</c> is in the user's own folder.</summary>
    public static string Expand(string typed) =>
        typed == Home || typed.StartsWith(Home + '/', StringComparison.Ordinal) || typed.StartsWith(Home + Path.DirectorySeparatorChar)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + typed[Home.Length..]
            : typed;
}
