using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>
/// Telnet commands are not text, in the line dialect and in the native one before the mode is known
/// and in line mode.
/// </summary>
public sealed class TelnetSpecs
{
    private const byte Wont = 252;
    private const byte Dont = 254;
    private static readonly byte[] Putty =
        [255, 251, 31, 255, 251, 32, 255, 251, 24, 255, 251, 39, 255, 253, 1, 255, 251, 3, 255, 253, 3];

    public static readonly TheoryData<string> Dialects = ["line", "json", "terminal"];

    private static ConversationDriver Open(string dialect) =>
        new(AllDialects.List.Single(known => known.Name == dialect));

    private static ClientMessage[] Messages(string dialect, byte[] bytes) =>
        [.. Open(dialect).Receive(bytes).Messages.Where(said => said is not ClientMessage.Answered)];

    private static ClientMessage Declined(byte verb, byte option) => new ClientMessage.Declined(verb, option);

    private static byte[] Greeting(string dialect) => dialect == "line" ? [.. "login ada\r\n"u8] : [.. "ada\r\n"u8];

    private static byte[] Saying(string dialect, ReadOnlySpan<byte> text) =>
        dialect == "line" ? [.. "say "u8, .. text] : text.ToArray();

    private static ClientMessage Enter(string dialect) => dialect == "line" ? Login("ada") : ClientMessages.Enter("ada");

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Options_are_declined_and_the_name_after_them_is_read(string dialect) => Assert.Equal(
        [
            Declined(Dont, 31), Declined(Dont, 32), Declined(Dont, 24), Declined(Dont, 39), Declined(Wont, 1),
            Declined(Dont, 3), Declined(Wont, 3),
            Enter(dialect),
        ],
        Messages(dialect, [.. Putty, .. Greeting(dialect)]));

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Telnet_commands_are_recognized_at_every_split(string dialect)
    {
        byte[] script =
        [
            .. Putty, .. Greeting(dialect), .. Saying(dialect, "he"u8), 255, 244, 255, 253, 6, .. "llo\r"u8, 0, 255,
            250, 31, 0, 10, 255, 255, 10, 255, 240,
            .. Saying(dialect, "bye\r\n"u8),
        ];
        var whole = Messages(dialect, script);
        Assert.Equal([Say("hello"), Say("bye")], whole.Where(said => said is ClientMessage.Say));
        for (var cut = 1; cut < script.Length; cut++)
        {
            var parts = Open(dialect).Receive(script.AsSpan(0, cut)).Receive(script.AsSpan(cut));
            Assert.Equal(whole, parts.Messages.Where(said => said is not ClientMessage.Answered));
        }
    }

    [Theory]
    [InlineData(new byte[] { 255, 244, 255, 253, 6 })]
    [InlineData(new byte[] { 255, 244, 255, 255, 253, 6 })]
    public void An_interrupt_is_ignored_and_its_mark_declined(byte[] interrupt)
    {
        foreach (var dialect in new[] { "line", "json", "terminal" })
        {
            Assert.Equal(
                [Enter(dialect), Declined(Wont, 6), Say("still here")],
                Messages(dialect, [.. Greeting(dialect), .. interrupt, .. Saying(dialect, "still here\r\n"u8)]));
        }
    }

    [Theory]
    [InlineData(new byte[] { 255, 241 })]
    [InlineData(new byte[] { 255, 242 })]
    [InlineData(new byte[] { 255, 246 })]
    [InlineData(new byte[] { 255, 252, 1 })]
    [InlineData(new byte[] { 255, 254, 1 })]
    [InlineData(new byte[] { 255, 250, 24, 0, 120, 255, 240 })]
    [InlineData(new byte[] { 255, 250, 24, 255, 255, 10, 13, 0, 255, 240 })]
    public void Commands_without_an_option_are_ignored(byte[] command)
    {
        foreach (var dialect in new[] { "line", "json", "terminal" })
        {
            Assert.Equal(
                [Enter(dialect), Say("hi")],
                Messages(
                    dialect,
                    [.. command, .. Greeting(dialect), .. command, .. Saying(dialect, "h"u8), .. command, .. "i\n"u8]));
        }
    }

    [Fact]
    public void A_name_may_end_with_a_carriage_return_and_NUL() =>
        Assert.Equal([ClientMessages.Enter("ada"), Say("hi")], Messages("json", [.. "ada\r\0hi\r\0"u8]));

    [Fact]
    public void NUL_elsewhere_is_not_text() =>
        Assert.Equal([ClientMessages.Enter("ada"), Invalid(Refusal.NotText)], Messages("json", [.. "ada\nh\0i\n"u8]));

    [Fact]
    public void Rich_mode_has_no_telnet_commands() =>
        Assert.Equal(Refusal.Malformed, Assert.IsType<ClientMessage.Invalid>(
            Messages("json", [.. RichRequest.Hello("bob"), 255, 253, 6, .. "{}\n"u8])[1]).Reason);
}
