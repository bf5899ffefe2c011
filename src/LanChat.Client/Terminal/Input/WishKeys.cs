using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Input;

/// <summary>The keys that ask for what is not the view's to do: most go from room to room.</summary>
internal static class WishKeys
{
    /// <summary>What the key asks for; null when that is nothing, or the view's own to do.</summary>
    public static ViewProtocol.IWish? Of(ConsoleKeyInfo key) => (key.Key, key.Modifiers) switch
    {
        (ConsoleKey.F1, _) => new ViewProtocol.Typed("/help"),
        (ConsoleKey.F2, _) => new ViewProtocol.SwitchTo(0),
        (ConsoleKey.F5, _) or (ConsoleKey.LeftArrow, ConsoleModifiers.Alt) => new ViewProtocol.SwitchBy(-1),
        (ConsoleKey.F6, _) or (ConsoleKey.RightArrow, ConsoleModifiers.Alt) => new ViewProtocol.SwitchBy(1),
        (_, ConsoleModifiers.Alt) when char.IsAsciiDigit(key.KeyChar) => new ViewProtocol.SwitchTo(key.KeyChar - '0'),
        _ => null,
    };
}
