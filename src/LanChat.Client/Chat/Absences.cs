using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>Who in the room is away, and what they left behind.</summary>
internal sealed class Absences
{
    private readonly Dictionary<PeerAddress, string> _texts = [];

    /// <summary>Another connection: the room tells anew who is away.</summary>
    public void Clear() => _texts.Clear();

    public void Note(IReadOnlyList<Absence> absences)
    {
        foreach (var (member, text) in absences)
        {
            if (text.Length > 0) _texts[member.Address] = text;
            else _texts.Remove(member.Address);
        }
    }

    /// <summary>What somebody left behind; null when they are not away.</summary>
    public string? Of(PeerAddress address) => _texts.GetValueOrDefault(address);
}
