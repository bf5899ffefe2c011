using System.Buffers;

namespace LanChat.Cli;

/// <summary>
/// The first sentence of a description, without its full stop: enough for a list.
/// </summary>
public static class FirstSentence
{
    private static readonly SearchValues<string> Stops = SearchValues.Create([". ", "。"], StringComparison.Ordinal);

    /// <summary>Nothing, of nothing.</summary>
    public static string Of(string? description)
    {
        var text = description ?? "";
        var end = text.AsSpan().IndexOfAny(Stops);
        return (end < 0 ? text : text[..end]).TrimEnd('.');
    }
}
