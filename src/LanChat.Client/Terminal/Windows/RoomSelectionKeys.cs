using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Windows;

/// <summary>Keys of the join prompt while nothing is typed.</summary>
internal static class RoomSelectionKeys
{
    /// <param name="key">The key.</param>
    /// <param name="selection">The rooms.</param>
    /// <param name="input">The input to forward; null for none.</param>
    public static bool TryApply(ConsoleKeyInfo key, RoomSelection selection, out ViewProtocol.IUserInput? input)
    {
        input = null;
        switch (key.Key, key.Modifiers)
        {
            case (ConsoleKey.UpArrow, 0): selection.Step(-1); return true;
            case (ConsoleKey.DownArrow, 0): selection.Step(1); return true;
            case (ConsoleKey.Enter, 0) when selection.Selected is { } number:
                input = new ViewProtocol.LineEntered($"{number}");
                return true;
            default: return false;
        }
    }
}
