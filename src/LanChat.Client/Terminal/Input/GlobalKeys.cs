using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Input;

/// <summary>
/// Keys that work in every window and are handled outside the view: help and switching rooms.
/// </summary>
internal static class GlobalKeys
{
    /// <summary>Returns the input for a key; null if the key is not global.</summary>
    public static ViewProtocol.IUserInput? Of(ConsoleKeyInfo key) => (key.Key, key.Modifiers) switch
    {
        (ConsoleKey.F1, _) => new ViewProtocol.LineEntered("/help"),
        (ConsoleKey.F2, _) => new ViewProtocol.SwitchTo(0),
        (ConsoleKey.F5, _) or (ConsoleKey.LeftArrow, ConsoleModifiers.Alt) => new ViewProtocol.SwitchBy(-1),
        (ConsoleKey.F6, _) or (ConsoleKey.RightArrow, ConsoleModifiers.Alt) => new ViewProtocol.SwitchBy(1),
        (_, ConsoleModifiers.Alt) when char.IsAsciiDigit(key.KeyChar) => new ViewProtocol.SwitchTo(key.KeyChar - '0'),
        _ => null,
    };
}
