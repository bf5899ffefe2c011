using LanChat.Protocol;

namespace LanChat.Server.Names;

/// <summary>What names are compared by.</summary>
internal static class NameKey
{
    /// <summary>A name that is none, such as one from a damaged file, is like itself only.</summary>
    public static string Of(string name) => Nick.TryRecall(name, out var nick) ? nick.Key : name;
}
