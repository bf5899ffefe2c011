using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>A request in the outbox.</summary>
/// <param name="Message">The request.</param>
/// <param name="Text">Input of the user, for messages about the request.</param>
/// <param name="Number">Number given by the owner of the session.</param>
internal sealed record OutgoingRequest(ClientMessage Message, string Text, long Number = 0)
{
    /// <summary>A message to everyone.</summary>
    public OutgoingRequest(string text, long number = 0)
        : this(new ClientMessage.Say(text), text, number)
    {
    }
}
