using System.Text;
using LanChat.Protocol;
using LanChat.Server.History;

namespace LanChat.Server.Tests.History;

/// <summary>Files of version 1; see the README beside them.</summary>
internal static class Fixtures
{
    public static string PathOf(string name, string version = "v1") =>
        Path.Combine(AppContext.BaseDirectory, "fixtures", version, name);

    /// <summary>Copies a fixture to a writable file, even if the fixture is read-only.</summary>
    public static void Copy(string name, string file) => File.WriteAllBytes(file, File.ReadAllBytes(PathOf(name)));

    /// <summary>The messages exported by the old server.</summary>
    public static ChatMessage[] Exported(string name) =>
        [.. File.ReadLines(PathOf(name)).Select(line => MessageLineReader.Read(Encoding.UTF8.GetBytes(line)))];
}
