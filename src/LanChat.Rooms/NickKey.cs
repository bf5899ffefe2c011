using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>What two nicknames are compared by.</summary>
public static class NickKey
{
    /// <summary>
    /// The key of a nickname. An invalid one, for example from a damaged file, is its own key.
    /// </summary>
    public static string Of(string nickname) => Nick.TryRecall(nickname, out var nick) ? nick.Key : nickname;
}
