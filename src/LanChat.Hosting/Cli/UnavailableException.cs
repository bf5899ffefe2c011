namespace LanChat.Cli;

/// <summary>
/// The program cannot run at the moment, but may later with the same settings; a retry makes sense.
/// The message is one sentence for the person who started it.
/// </summary>
public sealed class UnavailableException(string message, Exception? cause = null) : Exception(message, cause);
