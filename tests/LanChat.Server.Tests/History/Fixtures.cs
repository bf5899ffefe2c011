using System.Text;
using LanChat.Protocol;
using LanChat.Server.History;

namespace LanChat.Server.Tests.History;

/// <summary>What version 1 left behind; see the README beside it.</summary>
internal static class Fixtures
{
    public static string PathOf(string name, string version = "v1") =>
        Path.Combine(AppContext.BaseDirectory, "fixtures", version, name);

    /// <summary>A copy that may be written, whoever may write the original.</summary>
    public static void Take(string name, string file) => File.WriteAllBytes(file, File.ReadAllBytes(PathOf(name)));

    /// <summary>The messages that the export of the old server printed.</summary>
    public static ChatMessage[] Exported(string name) =>
        [.. File.ReadLines(PathOf(name)).Select(line => MessageLineReader.Read(Encoding.UTF8.GetBytes(line)))];
}
