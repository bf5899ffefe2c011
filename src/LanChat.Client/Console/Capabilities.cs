using Spectre.Console;

namespace LanChat.Client.Console;

/// <summary>What this program's input and output can do.</summary>
/// <param name="IsInteractive">Both are one terminal, which obeys escape sequences.</param>
/// <param name="Colors">None where the terminal has none, or the user asked for none with NO_COLOR.</param>
internal sealed record Capabilities(bool IsInteractive, ColorSystem Colors)
{
    public static Capabilities Detect()
    {
        if (System.Console.IsInputRedirected || System.Console.IsOutputRedirected) return new Capabilities(false, ColorSystem.NoColors);
        var found = AnsiConsole.Create(new AnsiConsoleSettings()).Profile.Capabilities;
        return new Capabilities(found.Ansi, found.ColorSystem);
    }
}
