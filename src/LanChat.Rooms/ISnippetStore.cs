using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Keeps the small text files that are shared in messages.</summary>
public interface ISnippetStore
{
    /// <summary>Adds a file; returns false and adds nothing if it is refused.</summary>
    /// <param name="snippet">The file.</param>
    /// <param name="file">The file as messages describe it, with its link if it has one.</param>
    /// <param name="refusal">Why it is refused.</param>
    bool TryAdd(
        Snippet snippet,
        [NotNullWhen(true)] out ChatFile? file,
        [NotNullWhen(false)] out Refusal? refusal);
}
