namespace LanChat.Client.Transfers;

/// <summary>Paths as users type them.</summary>
internal static class UserPath
{
    private const string Home = "~";

    /// <summary>Expands a leading <c>~</c> to the user's home folder.</summary>
    public static string Expand(string typed) =>
        typed == Home
        || typed.StartsWith(Home + '/', StringComparison.Ordinal)
        || typed.StartsWith(Home + Path.DirectorySeparatorChar)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + typed[Home.Length..]
            : typed;
}
