using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>The normalised form by which nicknames are compared.</summary>
public static class NickKey
{
    /// <summary>
    /// Normalises a nickname. An invalid one, for example from a damaged file, is returned as it
    /// is.
    /// </summary>
    public static string Of(string nickname) => Nick.TryRecall(nickname, out var nick) ? nick.Key : nickname;
}
