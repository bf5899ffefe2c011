using Spectre.Console;

namespace LanChat.Client.Terminal.Devices;

/// <summary>Capabilities of the standard input and output.</summary>
/// <param name="IsTerminal">Both are a terminal, or plain mode treats them as one.</param>
/// <param name="HasScreen">The terminal understands escape sequences.</param>
/// <param name="Colors">None if the terminal has none or NO_COLOR is set.</param>
internal sealed record Capabilities(bool IsTerminal, bool HasScreen, ColorSystem Colors)
{
    /// <summary>
    /// Plain mode: does not probe the terminal; probing makes .NET write control sequences to it.
    /// </summary>
    private static readonly Capabilities Plain = new(true, false, ColorSystem.NoColors);

    /// <param name="isPlain">Plain mode is requested.</param>
    public static Capabilities Detect(bool isPlain)
    {
        if (isPlain) return Plain;
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
            return new Capabilities(false, false, ColorSystem.NoColors);
        var found = AnsiConsole.Create(new AnsiConsoleSettings()).Profile.Capabilities;
        return new Capabilities(true, found.Ansi, found.ColorSystem);
    }
}
