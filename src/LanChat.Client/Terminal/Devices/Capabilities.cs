using Spectre.Console;

namespace LanChat.Client.Terminal.Devices;

/// <summary>What this program's input and output can do.</summary>
/// <param name="IsTerminal">Somebody sits there: both are a terminal, or are to be taken for one.</param>
/// <param name="HasScreen">It obeys escape sequences.</param>
/// <param name="Colors">None where the terminal has none, or the user asked for none with NO_COLOR.</param>
internal sealed record Capabilities(bool IsTerminal, bool HasScreen, ColorSystem Colors)
{
    /// <summary>.NET sets up a terminal that is looked at more closely, and writes to it.</summary>
    private static readonly Capabilities NotLookedAt = new(true, false, ColorSystem.NoColors);

    /// <param name="isPlain">Nothing but lines is wanted.</param>
    public static Capabilities Detect(bool isPlain)
    {
        if (isPlain) return NotLookedAt;
        if (Console.IsInputRedirected || Console.IsOutputRedirected) return new Capabilities(false, false, ColorSystem.NoColors);
        var found = AnsiConsole.Create(new AnsiConsoleSettings()).Profile.Capabilities;
        return new Capabilities(true, found.Ansi, found.ColorSystem);
    }
}
