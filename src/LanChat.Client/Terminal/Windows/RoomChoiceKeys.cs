using LanChat.Client.Terminal.Panes;
using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Windows;

/// <summary>The keys that choose a room, where nothing is typed.</summary>
internal static class RoomChoiceKeys
{
    /// <param name="key">What was pressed.</param>
    /// <param name="choice">The rooms.</param>
    /// <param name="wish">What is wanted by the key; null for nothing.</param>
    public static bool TryApply(ConsoleKeyInfo key, RoomChoice choice, out ViewProtocol.IWish? wish)
    {
        wish = null;
        switch (key.Key, key.Modifiers)
        {
            case (ConsoleKey.UpArrow, 0): choice.Step(-1); return true;
            case (ConsoleKey.DownArrow, 0): choice.Step(1); return true;
            case (ConsoleKey.Enter, 0) when choice.Marked is { } room:
                wish = new ViewProtocol.Typed($"{room.Number}");
                return true;
            default: return false;
        }
    }
}
