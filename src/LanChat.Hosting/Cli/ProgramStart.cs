using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Cli;

/// <summary>
/// Starts the parts of a program, with a timeout. Akka.NET has hundreds of settings and rarely
/// reports which one is wrong, so the error of a failed start names all <c>akka</c> keys that were
/// set.
/// </summary>
public static class ProgramStart
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <exception cref="SettingsException">The start failed or timed out.</exception>
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
