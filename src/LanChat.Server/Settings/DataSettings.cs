using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.data</c>: where rooms keep what outlives the server.</summary>
/// <param name="Folder">The folder of all rooms' data; each has one of its own in it. Null when none was set and this user has no usual place.</param>
internal sealed record DataSettings(string? Folder)
{
    public static DataSettings Read(LayeredSettings settings) => new(
        settings.Text("lanchat.server.data.folder") is { Length: > 0 } folder ? Path.GetFullPath(folder)
        : UsualParent is { Length: > 0 } parent ? Path.Combine(parent, "lanchat")
        : null);

    private static string UsualParent =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
}
