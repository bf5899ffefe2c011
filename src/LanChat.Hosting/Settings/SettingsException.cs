namespace LanChat.Settings;

/// <summary>
/// Something is wrong with a setting. The message is one line for the person who set it: it names
/// the key and where it was set. Control characters in it, such as line ends that somebody set or a
/// parser wrote, become spaces.
/// </summary>
public sealed class SettingsException(string message) : Exception(OneLine(message))
{
    private static string OneLine(string message) =>
        string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
