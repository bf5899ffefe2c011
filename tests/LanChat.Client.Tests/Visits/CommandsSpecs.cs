using LanChat.Client.Visits;

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

    [Theory]
    [InlineData("/help", "help")]
    [InlineData("/members", "members")]
    [InlineData("/rooms", "rooms")]
    [InlineData("/quit now", "quit")]
    public void A_command_is_done(string line, string command) => Assert.Equal(new Intent.Do(command), Commands.Read(line));

    [Theory]
    [InlineData("/", "")]
    [InlineData("/nope", "nope")]
    [InlineData("/Quit", "Quit")]
    [InlineData("/usr/bin/env python", "usr/bin/env")]
    public void Anything_else_with_a_slash_is_a_mistake(string line, string command) =>
        Assert.Equal(new Intent.Mistake(command), Commands.Read(line));

    [Fact]
    public void Help_names_every_command()
    {
        var lines = Commands.HelpText.Split('\n');

        Assert.Equal(["/help", "/members", "/rooms", "/quit", "//text"], lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines, line => Assert.Equal(10, line.Length - line[line.IndexOf(' ')..].TrimStart().Length));
    }
}
