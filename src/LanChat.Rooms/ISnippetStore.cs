using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Keeps the small text files that are shared in messages.</summary>
public interface ISnippetStore
{
    /// <summary>Keeps a file; false, and nothing is kept, when it may not be.</summary>
    /// <param name="name">Its name, not cleaned yet.</param>
    /// <param name="text">Its content.</param>
    /// <param name="file">The file, with its link if it has one.</param>
    /// <param name="refusal">Why it may not be kept.</param>
    /// <param name="from">The address that counts for it.</param>
    bool TryAdd(
        string name,
        string text,
        [NotNullWhen(true)] out ChatFile? file,
        [NotNullWhen(false)] out Refusal? refusal,
        AddressBlock from);
}
