using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Scripting;

public sealed class SendSpecs(OneServer one) : IClassFixture<OneServer>
{
    private string[] Send(string nick, params string[] rest) =>
        ["send", "--connect", $"{one.Server.EndPoint}", "--nick", nick, .. rest];

    [Fact]
    public async Task Its_words_are_one_message_and_it_prints_nothing()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness1");

        Assert.Equal(new ScriptRun(0, "", ""), await ScriptRun.Of(Send("amy", "hello  there", "世界 😀\nsecond line")));

        Assert.Equal(("amy", "hello  there 世界 😀\nsecond line"), await witness.NextSaid());
    }

    [Fact]
    public async Task Without_words_each_line_of_its_input_is_one()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness2");

        Assert.Equal(new ScriptRun(0, "", ""), await ScriptRun.OfInput("one\n/quit\n\nthree", Send("bea")));

        foreach (var text in new[] { "one", "/quit", "three" }) Assert.Equal(("bea", text), await witness.NextSaid());
    }

    [Fact]
    public async Task What_is_private_reaches_that_person_only()
    {
        using var witness = await LineClient.Enter(one.Server.EndPoint, "witness3");
        using var friend = await LineClient.Enter(one.Server.EndPoint, "小 明");

        Assert.Equal(new ScriptRun(0, "", ""), await ScriptRun.Of(Send("cat", "--to", "小 明", "psst")));
        Assert.Equal(new ScriptRun(0, "", ""), await ScriptRun.Of(Send("dan", "for all")));

        Assert.Equal(("cat", "(private to 小 明) psst"), await friend.NextSaid());
        Assert.Equal(("dan", "for all"), await witness.NextSaid());
    }

    [Fact]
    public async Task What_did_not_arrive_is_told_and_the_code_is_1()
    {
        Assert.Equal(
            new ScriptRun(1, "", "Not sent: there is nobody of that name here."), await ScriptRun.Of(
                Send("eve", "--to", "nobody", "psst")));

        var nowhere = await ScriptRun.Of("send", "--connect", "127.0.0.1:1", "--nick", "eve", "hello");
        Assert.Equal(new ScriptRun(1, "", "Can't connect to 127.0.0.1:1."), nowhere);
    }

    [Fact]
    public async Task A_mistyped_option_is_never_said()
    {
        var run = await ScriptRun.Of(Send("fay", "--too", "ben", "secret"));

        Assert.Equal(
            new ScriptRun(
                2, "", "lanchat: send: unknown option --too; put -- before a TEXT that begins with a dash"), run);
    }
}
