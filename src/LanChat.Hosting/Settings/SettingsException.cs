namespace LanChat.Settings;

/// <summary>
/// A setting is wrong. The message is one line for the person who set it, and names the key and its
/// source. Control characters, such as line ends from a value or a parser, become spaces.
/// </summary>
public sealed class SettingsException(string message) : Exception(OneLine(message))
{
    private static string OneLine(string message) =>
        string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
