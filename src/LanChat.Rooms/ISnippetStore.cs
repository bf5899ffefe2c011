using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Stores the small text files that are shared inside messages.</summary>
public interface ISnippetStore
{
    /// <summary>Stores a file; returns false and stores nothing if a limit forbids it.</summary>
    /// <param name="name">The file name, not sanitised yet.</param>
    /// <param name="text">The content.</param>
    /// <param name="file">The stored file, with its link if it has one.</param>
    /// <param name="refusal">The reason for storing nothing.</param>
    /// <param name="from">The sender's address block, against which limits are counted.</param>
    bool TryAdd(
        string name,
        string text,
        [NotNullWhen(true)] out ChatFile? file,
        [NotNullWhen(false)] out Refusal? refusal,
        AddressBlock from);
}
