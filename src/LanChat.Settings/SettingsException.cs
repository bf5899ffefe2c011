namespace LanChat.Settings;

/// <summary>Something is wrong with a setting. The message is one line for the person who set it: it names the key and where it was set.</summary>
public sealed class SettingsException(string message) : Exception(message);
