using LanChat.Settings;

namespace LanChat.Server.Settings;

/// <summary><c>lanchat.server.data</c>: the place of persistent data.</summary>
/// <param name="Folder">
/// The folder that holds one folder per room. Null if none is set and the user has no data folder.
/// </param>
internal sealed record DataSettings(string? Folder)
{
    public static DataSettings Read(LayeredSettings settings) => new(
        settings.Text("lanchat.server.data.folder") is { Length: > 0 } folder ? Path.GetFullPath(folder)
        : UserFolder is { Length: > 0 } parent ? Path.Combine(parent, "lanchat")
        : null);

    private static string UserFolder => Environment.GetFolderPath(
        Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
}
