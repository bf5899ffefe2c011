using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Cli;

/// <summary>
/// Starts what a program is made of. Akka.NET has hundreds of settings of its own, and what a wrong
/// one leads to says seldom which it was: whatever fails, or doesn't end, is an error that names
/// all of them that were set.
/// </summary>
public static class ProgramStart
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <exception cref="SettingsException">It did not start.</exception>
    public static async Task RunAsync(LayeredSettings settings, Func<Task> start)
    {
        try
        {
            await Task.Run(start).WaitAsync(Timeout);
        }
        catch (TimeoutException)
        {
            throw Wrong(settings, CommandLineTexts.StartTimedOut((int)Timeout.TotalSeconds));
        }
        catch (Exception failure) when (failure is not (SettingsException or UnavailableException))
        {
            throw Wrong(settings, CommandLineTexts.DoesNotStart(failure.GetBaseException().Message));
        }
    }

    private static SettingsException Wrong(LayeredSettings settings, string flaw) =>
        settings.WrongBelow(AkkaSettings.Prefix, flaw) ?? new SettingsException(flaw);
}
