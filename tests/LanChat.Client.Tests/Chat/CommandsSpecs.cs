using LanChat.Client.Chat;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

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
    public void A_second_slash_says_the_first(string line, string said) =>
        Assert.Equal(new Intent.Say(said), Commands.Read(line));

    public static TheoryData<string, object> Meanings => new()
    {
        { "/help", new Intent.Help(Help.Text) },
        { "/part", new Intent.LeaveRoom() },
        { "/list", new Intent.ShowRooms() },
        { "/rooms", new Intent.ShowRooms() },
        { "/join", new Intent.ShowRooms() },
        { "/join  Our room ", new Intent.Join("Our room") },
        { "/notice", new Intent.ShowNotice() },
        { "/window  3 ", new Intent.GoTo(3) },
        { "/w", new Intent.GoTo(null) },
        { "/fold rooms ", new Intent.Fold(Foldable.Rooms) },
        { "/fold members", new Intent.Fold(Foldable.Members) },
        { "/fold comings", new Intent.Fold(Foldable.JoinsAndLeaves) },
        { "/search  Some words ", new Intent.Search("Some words") },
        { "/search", new Intent.Search(null) },
        { "/scroll", new Intent.Scroll(0) },
        { "/scroll 3", new Intent.Scroll(3) },
        { "/scroll top", new Intent.Scroll(null) },
        { "/quit now", new Intent.Quit() },
        { "/me  waves ", new Intent.Ask(new ClientMessage.Act(" waves ")) },
        { "/nick  Ann B ", new Intent.Ask(new ClientMessage.Rename("Ann B")) },
        { "/i", new Intent.Ask(new ClientMessage.Ignore()) },
        { "/away  at lunch ", new Intent.Ask(new ClientMessage.Away("at lunch")) },
        { "/away", new Intent.Ask(new ClientMessage.Away("")) },
        { "/file  ~/my notes.txt ", new Intent.ShareFile("~/my notes.txt") },
        { "/file @ben ~/my notes.txt ", new Intent.ShareFile("~/my notes.txt", "ben") },
        { "/file @\"a b\" ./@x", new Intent.ShareFile("./@x", "a b") },
        { "/file cancel", new Intent.CancelFiles() },
        { "/ls", new Intent.Ask(new ClientMessage.List()) },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void A_command_is_understood(string line, object intent) => Assert.Equal(intent, Commands.Read(line));

    [Theory]
    [InlineData("/", "command /.")]
    [InlineData("/nope", "command /nope.")]
    [InlineData("/Quit", "command /Quit.")]
    [InlineData("/usr/bin/env python", "command /usr/bin/env.")]
    [InlineData("/nick", "/nick NAME")]
    [InlineData("/nick  ", "/nick NAME")]
    [InlineData("/me", "/me TEXT")]
    [InlineData("/fold", "/fold WHAT")]
    [InlineData("/fold all", "all")]
    [InlineData("/window two", "two")]
    [InlineData("/scroll far", "far")]
    public void Anything_else_with_a_slash_is_a_mistake(string line, string named) =>
        Assert.Contains(named, Assert.IsType<Intent.Mistake>(Commands.Read(line)).Why);

    [Fact]
    public void Help_names_keys_first_then_every_command_and_its_meanings_stand_in_a_column()
    {
        var parts = Help.Text.Split("\n\n");

        Assert.Equal(2, parts.Length);
        Assert.StartsWith("Keys\n", parts[0]);
        foreach (var command in Commands.All) Assert.Contains($"\n{command.Usage}", parts[1]);
        Assert.All(
            Help.Text.Split('\n').Where(line => line.Contains("  ", StringComparison.Ordinal)),
            line => Assert.Matches(@"^.{15} {2}\S|^\S.{14,15} {1,2}\S", line));
    }

    [Theory]
    [InlineData("/help who", "/who             show who is here\n                 also: /ls")]
    [InlineData("/help ls", "/who             show who is here\n                 also: /ls")]
    [InlineData("/help  /part ", "/part            leave this room")]
    public void Help_explains_one_command(string line, string about) =>
        Assert.Equal(new Intent.Help(about), Commands.Read(line));

    [Fact]
    public void Help_knows_nothing_of_what_is_no_command() =>
        Assert.Contains("/nope", Assert.IsType<Intent.Mistake>(Commands.Read("/help nope")).Why);

    [Fact]
    public void No_word_means_two_commands()
    {
        var words = Commands.All.SelectMany(command => command.Aliases.Prepend(command.Name)).ToArray();

        Assert.Equal(words.Length, words.Distinct().Count());
    }
}
