using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>Members who are away, with their texts.</summary>
internal sealed class AwayMembers
{
    private readonly Dictionary<PeerAddress, string> _texts = [];

    /// <summary>Forgets all entries: after a reconnect the room sends them again.</summary>
    public void Clear() => _texts.Clear();

    public void Update(IReadOnlyList<Absence> changes)
    {
        foreach (var (member, text) in changes)
        {
            if (text.Length > 0) _texts[member.Address] = text;
            else _texts.Remove(member.Address);
        }
    }

    /// <summary>The member's text; null if they are not away.</summary>
    public string? Of(PeerAddress address) => _texts.GetValueOrDefault(address);
}
