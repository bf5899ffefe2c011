using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class ConversationSpecs
{
    /// <summary>
    /// Refuses every byte, for the reason it is asked to, and always has something more to say.
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
    public void Who_has_broken_the_rules_is_not_listened_to_any_longer()
    {
        var conversation = new Refusing(Refusal.Malformed);

        Assert.Equal(1, Read(conversation, "abc"u8));
        Assert.Equal(0, Read(conversation, "abc"u8));
        Assert.Null(conversation.Patience);
        Assert.Null(conversation.Quiet());
        Assert.Null(conversation.End());
    }

    [Fact]
    public void Who_was_only_not_understood_is()
    {
        var conversation = new Refusing(Refusal.UnknownRequest);

        Assert.Equal(3, Read(conversation, "abc"u8));
        Assert.Equal(0, Read(conversation, ""u8));
        Assert.Equal(TimeSpan.FromSeconds(1), conversation.Patience);
        Assert.Equal(Say("held"), conversation.Quiet());
        Assert.Equal(Say("held"), conversation.End());
    }
}
