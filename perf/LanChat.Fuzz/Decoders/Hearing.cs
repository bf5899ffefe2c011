using System.Text;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Fuzz.Decoders;

/// <summary>Drives a conversation as a connection does, and asserts its contract.</summary>
/// <param name="conversation">The conversation.</param>
/// <param name="longest">The maximum bytes of one message.</param>
/// <param name="letsIn">Whether the room accepts joins.</param>
internal sealed class Hearing(IConversation conversation, int longest, bool letsIn)
{
    public IConversation Conversation => conversation;

    public List<ClientMessage> Heard { get; } = [];

    public bool IsClosed => Heard is [.., ClientMessage.Invalid { Reason.Closes: true }];

    public void Begins() => Hear(conversation.Begin());

    /// <summary>Passes the bytes of one read.</summary>
    public void Reads(ReadOnlySpan<byte> bytes)
    {
        var most = Heard.Count + bytes.Length + 1;
        while (conversation.TryRead(ref bytes, out var message))
        {
            Hear(message);
            Broken.Unless(Heard.Count <= most, "more messages than bytes");
        }

        Broken.Unless(bytes.IsEmpty, "bytes are left after the answer that there is no more");
    }

    /// <summary>Signals that nothing followed within the conversation's timeout.</summary>
    public void Waits()
    {
        var waited = conversation.Patience is not null;
        var message = conversation.Quiet();
        Broken.Unless(waited || message is null, "a message without patience");
        Hear(message);
    }

    public void Ends()
    {
        Hear(conversation.End());
        Broken.Unless(conversation.End() is null, "something after the end");
        Broken.Unless(conversation.Patience is null, "patience after the end");
    }

    private void Hear(ClientMessage? message)
    {
        if (message is null) return;
        Broken.Unless(!IsClosed, "a message after one that closes");
        Heard.Add(message);
        switch (message)
        {
            case ClientMessage.Say said: IsText(said.Text); break;
            case ClientMessage.Act act: IsText(act.Text); break;
            case ClientMessage.Tell told: IsText(told.Text); break;
            case ClientMessage.Share share: IsText(share.Text); break;
            case ClientMessage.Answered answered:
                Broken.Unless(IsWhole(answered.Text), "an answer with half a character");
                break;
            case EnterRequest when letsIn: conversation.Entered(); break;
        }
    }

    private void IsText(string text)
    {
        Broken.Unless(text.Length <= longest, "a text longer than the limit");
        Broken.Unless(!text.Contains('\0', StringComparison.Ordinal), "NUL in a text");
        Broken.Unless(IsWhole(text), "half a character in a text");
    }

    private static bool IsWhole(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return true;
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) return false;
            at += rune.Utf16SequenceLength;
        }

        return true;
    }
}
