using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class ConversationSpecs
{
    /// <summary>
    /// Refuses every byte for the given reason, and always has another message to return.
    /// </summary>
    private sealed class Refusing(Refusal reason) : Conversation
    {
        public override IEncoder Encoder => JsonEncoder.Line;

        protected override TimeSpan? Waiting => TimeSpan.FromSeconds(1);

        protected override ClientMessage Decode(ref ReadOnlySpan<byte> bytes)
        {
            bytes = bytes[1..];
            return Invalid(reason);
        }

        protected override ClientMessage DecodeRest() => Say("held");
    }

    private static int Read(Conversation conversation, ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (; conversation.TryRead(ref bytes, out _); count++) Assert.InRange(count, 0, 10);
        Assert.True(bytes.IsEmpty);
        return count;
    }

    [Fact]
    public void After_a_closing_refusal_no_input_is_read()
    {
        var conversation = new Refusing(Refusal.Malformed);

        Assert.Equal(1, Read(conversation, "abc"u8));
        Assert.Equal(0, Read(conversation, "abc"u8));
        Assert.Null(conversation.Patience);
        Assert.Null(conversation.Quiet());
        Assert.Null(conversation.End());
    }

    [Fact]
    public void After_another_refusal_input_is_read()
    {
        var conversation = new Refusing(Refusal.UnknownRequest);

        Assert.Equal(3, Read(conversation, "abc"u8));
        Assert.Equal(0, Read(conversation, ""u8));
        Assert.Equal(TimeSpan.FromSeconds(1), conversation.Patience);
        Assert.Equal(Say("held"), conversation.Quiet());
        Assert.Equal(Say("held"), conversation.End());
    }
}
