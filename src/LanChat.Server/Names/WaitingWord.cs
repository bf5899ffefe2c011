using LanChat.Protocol;

namespace LanChat.Server.Names;

/// <summary>A private word for somebody who was not there.</summary>
/// <param name="Number">Grows from word to word, over restarts as well.</param>
/// <param name="To">Whose it is: a name that belongs to somebody.</param>
/// <param name="Message">What was said, by whom and when.</param>
internal sealed record WaitingWord(long Number, string To, ChatMessage Message);
