using System.Text;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>Does to a conversation what a connection does, and holds it to its contract.</summary>
internal sealed class Listener(WireLimits? limits = null)
{
    private readonly List<ClientMessage> _heard = [];

    public IConversation Conversation { get; } = new JsonDialect().Open(limits ?? WireLimits.Default);

    /// <summary>All messages so far.</summary>
    public IReadOnlyList<ClientMessage> Heard => _heard;

    public bool IsClosed => _heard is [.., ClientMessage.Bad { Reason.Closes: true }];

    public Listener Reads(string text) => Reads(Encoding.UTF8.GetBytes(text));

    /// <summary>One read returned these bytes.</summary>
    public Listener Reads(ReadOnlySpan<byte> bytes)
    {
        while (Conversation.TryRead(ref bytes, out var message)) Hear(message);
        Assert.True(bytes.IsEmpty);
        return this;
    }

    /// <summary>Nothing came for as long as the conversation has patience, if it says so.</summary>
    public Listener Waits()
    {
        if (Conversation.Patience is { } patience)
        {
            Assert.Equal(WireLimits.Default.Quiet, patience);
            Hear(Conversation.Quiet());
        }
        else
        {
            Assert.Null(Conversation.Quiet());
        }

        return this;
    }

    /// <summary>The client sends no more.</summary>
    public Listener Ends()
    {
        Hear(Conversation.End());
        Assert.Null(Conversation.End());
        Assert.Null(Conversation.Patience);
        return this;
    }

    private void Hear(ClientMessage? message)
    {
        if (message is null) return;
        Assert.False(IsClosed, $"{message} came after {_heard.LastOrDefault()}");
        _heard.Add(message);
    }
}
