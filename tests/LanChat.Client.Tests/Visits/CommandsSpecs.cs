using LanChat.Client.Visits;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Visits;

public sealed class CommandsSpecs
{
    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("1/2")]
    [InlineData(" /quit")]
    public void A_line_is_said_as_it_is(string line) => Assert.Equal(new Intent.Say(line), Commands.Read(line));

    [Theory]
    [InlineData("//quit", "/quit")]
    [InlineData("//", "/")]
    [InlineData("///", "//")]
    public void A_second_slash_says_the_first(string line, string said) => Assert.Equal(new Intent.Say(said), Commands.Read(line));

    public static TheoryData<string, object> Meanings => new()
    {
        { "/help", new Intent.Help() },
        { "/rooms", new Intent.LeaveRoom() },
        { "/quit now", new Intent.Quit() },
        { "/me  waves ", new Intent.Ask(new ClientMessage.Act(" waves ")) },
        { "/nick  Ann B ", new Intent.Ask(new ClientMessage.Rename("Ann B")) },
        { "/i", new Intent.Ask(new ClientMessage.Ignore()) },
        { "/away  at lunch ", new Intent.Ask(new ClientMessage.Away("at lunch")) },
        { "/away", new Intent.Ask(new ClientMessage.Away("")) },
        { "/ls", new Intent.Ask(new ClientMessage.List()) },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void A_command_is_understood(string line, object intent) => Assert.Equal(intent, Commands.Read(line));

    [Theory]
    [InlineData("/", "/:")]
    [InlineData("/nope", "/nope:")]
    [InlineData("/Quit", "/Quit:")]
    [InlineData("/usr/bin/env python", "/usr/bin/env:")]
    [InlineData("/nick", "/nick NAME")]
    [InlineData("/nick  ", "/nick NAME")]
    [InlineData("/me", "/me TEXT")]
    public void Anything_else_with_a_slash_is_a_mistake(string line, string named) =>
        Assert.Contains(named, Assert.IsType<Intent.Mistake>(Commands.Read(line)).Why);

    [Fact]
    public void Help_names_every_command()
    {
        var lines = Commands.HelpText.Split('\n');

        Assert.Equal(
            ["/help", "/me", "/nick", "/away", "/i", "/ls", "/rooms", "/quit", "@NAME", ":smile:", "//TEXT", "Alt+Enter", "PgUp/PgDn"],
            lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines, line => Assert.Matches(@"^.{11} \S", line));
    }
}
