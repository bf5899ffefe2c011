namespace LanChat.Browser.Tests.Browsers;

/// <summary>WebDriver's code points of keys without a character.</summary>
internal static class Keys
{
    public const char Enter = '\uE007';
    public const char Control = '\uE009';
    public const char Escape = '\uE00C';
    public const char Down = '\uE015';

    /// <summary>Presses and releases each key.</summary>
    public static object[] Typed(string keys) =>
        [.. keys.EnumerateRunes().SelectMany(key => new[] { Press(key.ToString()), Release(key.ToString()) })];

    /// <summary>Presses a key while Ctrl is held.</summary>
    public static object[] TypedWithControl(char key) =>
        [Press($"{Control}"), Press($"{key}"), Release($"{key}"), Release($"{Control}")];

    /// <summary>The keyboard actions of WebDriver, the same in both of its protocols.</summary>
    public static object[] OnKeyboard(object[] actions) => [new { type = "key", id = "keyboard", actions }];

    private static object Press(string value) => new { type = "keyDown", value };

    private static object Release(string value) => new { type = "keyUp", value };
}
