using System.Diagnostics.CodeAnalysis;
using System.Text;
using LanChat.Fuzz.Decoders;
using LanChat.Fuzz.Inputs;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;

namespace LanChat.Protocol.Tests;

/// <summary>A short run of LanChat.Fuzz.</summary>
public sealed class FuzzSpecs
{
    [Fact]
    public void Broken_sessions_do_no_harm_to_any_parser()
    {
        var trial = new Trial();
        var understood = 0;
        for (var input = 0; input < 20_000; input++)
        {
            var seed = Dice.SeedOf(run: 1, input);
            var thrown = Record.Exception(() => understood += trial.Read(seed));
            Assert.True(thrown is null, $"--only decoders --replay 0x{seed:x16}: {thrown}");
        }

        Assert.InRange(understood, 20_000, 200_000);
    }

    [Theory]
    [InlineData("line")]
    [InlineData("colon")]
    public void A_parser_that_depends_on_chunks_is_found(string name) => AssertFound(new Flawed(name));

    [Fact]
    public void A_parser_that_leaves_bytes_is_found() => AssertFound(new Flawed("a new one", left: 1));

    private static void AssertFound(IDialect dialect)
    {
        var target = new ConversationTarget(dialect, new Audience());
        Assert.ThrowsAny<Exception>(() =>
        {
            for (var input = 0; input < 1000; input++) target.Read(new Dice(Dice.SeedOf(run: 1, input)));
        });
    }

    /// <summary>Treats every read as a message, and can leave bytes unread.</summary>
    private sealed class Flawed(string name, int left = 0) : IDialect, IConversation
    {
        public string Name => name;

        public int UsualPort => 1;

        public IEncoder Encoder => AllDialects.List[0].Open(WireLimits.Default, new PeerAddress("::1", 1)).Encoder;

        public TimeSpan? Patience => null;

        public IConversation Open(WireLimits limits, PeerAddress peer) => this;

        public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message)
        {
            message = bytes.Length > left ? new ClientMessage.Act(
                Encoding.Latin1.GetString(bytes[..^left]).Replace('\0', ' ')) : null;
            bytes = message is null ? bytes : bytes[^left..];
            return message is not null;
        }

        public ClientMessage? Quiet() => null;

        public ClientMessage? End() => null;
    }
}
