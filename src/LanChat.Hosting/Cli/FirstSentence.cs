using System.Buffers;

namespace LanChat.Cli;

/// <summary>Shortens a description for a list.</summary>
public static class FirstSentence
{
    private static readonly SearchValues<string> Stops = SearchValues.Create([". ", "。"], StringComparison.Ordinal);

    /// <summary>Returns the first sentence without its full stop; empty for null.</summary>
    public static string Of(string? description)
    {
        var text = description ?? "";
        var end = text.AsSpan().IndexOfAny(Stops);
        return (end < 0 ? text : text[..end]).TrimEnd('.');
    }
}
