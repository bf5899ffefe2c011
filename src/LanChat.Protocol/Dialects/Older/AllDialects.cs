using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Dialects.Older;

/// <summary>All dialects. A new dialect is one class and one line here.</summary>
public static class AllDialects
{
    /// <summary>The dialects in display order.</summary>
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
