using System.Text;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>
/// Drives a conversation as a connection does, and checks its contract. By default every join is
/// accepted.
/// </summary>
internal sealed class ConversationDriver
{
    public static readonly PeerAddress Peer = new("192.168.38.203", 51937);
    private readonly List<ClientMessage> _messages = [];

    public ConversationDriver(WireLimits? limits = null)
        : this(new JsonDialect(), limits)
    {
    }

    public ConversationDriver(IDialect dialect, WireLimits? limits = null)
    {
        Conversation = dialect.Open(limits ?? WireLimits.Default, Peer);
        Record(Conversation.Begin());
    }

    public IConversation Conversation { get; }

    /// <summary>All messages so far.</summary>
    public IReadOnlyList<ClientMessage> Messages => _messages;

    public bool IsClosed => _messages is [.., ClientMessage.Invalid { Reason.Closes: true }];

    /// <summary>Whether joins are accepted.</summary>
    public bool AcceptsJoins { get; set; } = true;

    public ConversationDriver Receive(string text) => Receive(Encoding.UTF8.GetBytes(text));

    /// <summary>Passes the bytes of one read to the conversation.</summary>
    public ConversationDriver Receive(ReadOnlySpan<byte> bytes)
    {
        while (Conversation.TryRead(ref bytes, out var message)) Record(message);
        Assert.True(bytes.IsEmpty);
        return this;
    }

    /// <summary>
    /// Reports that nothing was received for the conversation's patience, if it has one.
    /// </summary>
    public ConversationDriver Pause()
    {
        if (Conversation.Patience is { } patience)
        {
            Assert.Equal(WireLimits.Default.Quiet, patience);
            Record(Conversation.Quiet());
        }
        else
        {
            Assert.Null(Conversation.Quiet());
        }

        return this;
    }

    /// <summary>Reports the end of the stream.</summary>
    public ConversationDriver End()
    {
        Record(Conversation.End());
        Assert.Null(Conversation.End());
        Assert.Null(Conversation.Patience);
        return this;
    }

    private void Record(ClientMessage? message)
    {
        if (message is null) return;
        Assert.False(IsClosed, $"{message} came after {_messages.LastOrDefault()}");
        _messages.Add(message);
        if (AcceptsJoins && message is EnterRequest) Conversation.Entered();
    }
}
