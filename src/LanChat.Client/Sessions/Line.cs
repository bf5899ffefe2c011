using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Something to ask of the room, and a number its owner knows it by.</summary>
/// <param name="Wish">What the room is asked.</param>
/// <param name="Text">What was typed, for the user to recognise it by.</param>
/// <param name="Number">The owner's own.</param>
internal sealed record Line(ClientMessage Wish, string Text, long Number = 0)
{
    /// <summary>A text to be said to everyone, as it is.</summary>
    public Line(string text, long number = 0)
        : this(new ClientMessage.Say(text), text, number)
    {
    }
}
