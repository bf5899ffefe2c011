using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Dialects.Older;

/// <summary>Every dialect there is. A new one is a class of its own and a line here.</summary>
public static class AllDialects
{
    /// <summary>In the order they are shown.</summary>
    public static IReadOnlyList<IDialect> List { get; } =
    [
        new JsonDialect(),
        new TerminalDialect(),
        new ColonDialect(),
        new PychatDialect(),
        new MiniqqDialect(),
        new LineDialect(),
    ];
}
