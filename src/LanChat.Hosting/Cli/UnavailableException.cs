namespace LanChat.Cli;

/// <summary>
/// Something a program needs is not there for now, and may be later, without anybody changing its
/// settings. The message is one sentence for the person who started it.
/// </summary>
public sealed class UnavailableException(string message, Exception? cause = null) : Exception(message, cause);
