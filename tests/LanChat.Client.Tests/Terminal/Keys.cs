namespace LanChat.Client.Tests.Terminal;

/// <summary>Key presses, as a terminal sends them.</summary>
internal static class Keys
{
    public static readonly ConsoleKeyInfo Enter = new('\r', ConsoleKey.Enter, false, false, false);

    /// <summary>The keys that enter this text, one for each UTF-16 unit.</summary>
    public static IEnumerable<ConsoleKeyInfo> Of(string text) =>
        text.Select(unit => new ConsoleKeyInfo(unit, ConsoleKey.None, false, false, false));

    public static ConsoleKeyInfo Of(ConsoleKey key) => new('\0', key, false, false, false);

    public static ConsoleKeyInfo Control(ConsoleKey key) =>
        new((char)(key - ConsoleKey.A + 1), key, false, false, true);

    public static ConsoleKeyInfo ControlOf(ConsoleKey key) => new('\0', key, false, false, true);

    public static ConsoleKeyInfo AltOf(ConsoleKey key) =>
        new(key == ConsoleKey.Enter ? '\r' : '\0', key, false, true, false);

    public static ConsoleKeyInfo Alt(char typed) => new(typed, ConsoleKey.None, false, true, false);
}
