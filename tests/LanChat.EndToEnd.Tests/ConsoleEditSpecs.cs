using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>Changing messages in the terminal client.</summary>
public sealed class ConsoleEditSpecs(OneServer one) : IClassFixture<OneServer>
{
    private const string Up = "\e[A";

    [Fact]
    public async Task A_message_is_corrected_in_the_input_and_taken_back()
    {
        await using var ann = await ConsoleClient.Enter(one.Server.EndPoint, "ann-e");
        await using var ben = await ConsoleClient.Enter(one.Server.EndPoint, "ben-e");

        ann.Type("see you at 3");
        await ann.Sees("▸ ann-e: see you at 3");
        ann.Press(Up);
        await ann.Sees("edit> see you at 3");
        ann.Press("\u007f4\r");
        await ben.Sees("ann-e: see you at 4 (edited)");
        ann.Type("/s/at 4/at five/");
        await ben.Sees("ann-e: see you at five (edited)");

        ann.Type("/recall");

        await ann.Sees("You took a message back");
        await ben.Sees("ann-e took a message back");
        ann.Type("/recall");
        await ann.Sees("You have said nothing here that you could change.");
    }

    [Fact]
    public async Task Who_comes_later_sees_messages_as_they_are_now()
    {
        await using var ann = await ConsoleClient.Enter(one.Server.EndPoint, "ann-l");
        ann.Type("wrong words");
        ann.Type("/edit right words");
        await ann.Sees("ann-l: right words (edited)");
        ann.Type("secret words");
        await ann.Sees("▸ ann-l: secret words");
        ann.Type("/recall");
        await ann.Sees("You took a message back");

        await using var ben = await ConsoleClient.Enter(one.Server.EndPoint, "ben-l");

        await ben.Sees("ann-l: right words (edited)");
        await ben.Sees("ann-l took a message back");
        Assert.DoesNotContain("wrong words", ben.Seen);
        Assert.DoesNotContain("secret words", ben.Seen);
    }
}
