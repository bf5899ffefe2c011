using System.Collections.Frozen;

namespace LanChat.Protocol;

/// <summary>The names a room itself speaks by; nobody else may be called so.</summary>
public static class SpokenBy
{
    /// <summary>The room's name in the native dialect.</summary>
    public const string System = "系统消息";

    /// <summary>The room's name in the terminal flavour of the native dialect.</summary>
    public const string Server = "服务器";

    internal static readonly FrozenSet<string> Room = new[] { System, Server }.Select(Nick.KeyOf).ToFrozenSet();
}
