using System.Text;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>
/// Does to a conversation what a connection does, and holds it to its contract. Whoever asks is let
/// in.
/// </summary>
internal sealed class Listener
{
    public static readonly PeerAddress Peer = new("192.168.38.203", 51937);
    private readonly List<ClientMessage> _heard = [];

    public Listener(WireLimits? limits = null)
        : this(new JsonDialect(), limits)
    {
    }

    public Listener(IDialect dialect, WireLimits? limits = null)
    {
        Conversation = dialect.Open(limits ?? WireLimits.Default, Peer);
        Hear(Conversation.Begin());
    }

    public IConversation Conversation { get; }

    /// <summary>All messages so far.</summary>
    public IReadOnlyList<ClientMessage> Heard => _heard;

    public bool IsClosed => _heard is [.., ClientMessage.Invalid { Reason.Closes: true }];

    /// <summary>Whether the room lets in whoever asks.</summary>
    public bool LetsIn { get; set; } = true;

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
        if (LetsIn && message is ClientMessage.Enter) Conversation.Entered();
    }
}
