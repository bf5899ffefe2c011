using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Scripting;

public sealed class SendSpecs(OneServer one) : IClassFixture<OneServer>
{
    private string[] Send(string nick, params string[] rest) =>
        ["send", "--connect", $"{one.Server.EndPoint}", "--nick", nick, .. rest];

    [Fact]
    public async Task The_arguments_are_one_message_and_nothing_is_printed()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness1");

        Assert.Equal(new ScriptRun(0, "", ""), await ScriptRun.Of(Send("amy", "hello  there", "世界 😀\nsecond line")));

        Assert.Equal(("amy", "hello  there 世界 😀\nsecond line"), await witness.NextSaid());
    }

    [Fact]
    public async Task Without_a_text_every_line_of_the_input_is_one_message()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness2");

        Assert.Equal(new ScriptRun(0, "", ""), await ScriptRun.OfInput("one\n/quit\n\nthree", Send("bea")));

        foreach (var text in new[] { "one", "/quit", "three" }) Assert.Equal(("bea", text), await witness.NextSaid());
    }

    [Fact]
    public async Task A_private_message_is_delivered_to_its_recipient_only()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness3");
        using var friend = await LineClient.Enter(one.Server.EndPoint, "小 明");

        Assert.Equal(new ScriptRun(0, "", ""), await ScriptRun.Of(Send("cat", "--to", "小 明", "psst")));
        Assert.Equal(new ScriptRun(0, "", ""), await ScriptRun.Of(Send("dan", "for all")));

        Assert.Equal(("cat", "(private to 小 明) psst"), await friend.NextSaid());
        Assert.Equal(("dan", "for all"), await witness.NextSaid());
    }

    [Fact]
    public async Task A_message_that_was_not_sent_is_reported_with_exit_code_1()
    {
        Assert.Equal(
            new ScriptRun(1, "", "Not sent: there is nobody of that name here."), await ScriptRun.Of(
                Send("eve", "--to", "nobody", "psst")));

        var nowhere = await ScriptRun.Of("send", "--connect", "127.0.0.1:1", "--nick", "eve", "hello");
        Assert.Equal(new ScriptRun(1, "", "Can't connect to 127.0.0.1:1."), nowhere);
    }

    [Fact]
    public async Task An_unknown_option_is_not_sent_as_text()
    {
        var run = await ScriptRun.Of(Send("fay", "--too", "ben", "secret"));

        Assert.Equal(
            new ScriptRun(
                2, "", "lanchat: send: unknown option --too; put -- before a TEXT that begins with a dash"), run);
    }
}
