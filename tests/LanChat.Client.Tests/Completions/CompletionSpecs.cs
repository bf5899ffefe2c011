using System.CommandLine;
using LanChat.Client.Completions;

namespace LanChat.Client.Tests.Completions;

public sealed class CompletionSpecs
{
    public static TheoryData<string> Shells => ["bash", "zsh", "fish"];

    private static string Script(string shell, CompletionTree tree) => shell switch
    {
        "bash" => BashScript.Of(tree),
        "zsh" => ZshScript.Of(tree),
        _ => FishScript.Of(tree),
    };

    [Theory]
    [MemberData(nameof(Shells))]
    public void The_script_has_every_command_and_option_of_the_client(string shell)
    {
        var root = Scripts.Client();
        var script = Script(shell, CompletionTree.Of(root));

        foreach (var command in root.Subcommands) Assert.Contains(command.Name, script);
        foreach (var option in root.Options.Concat(root.Subcommands.SelectMany(command => command.Options)))
            Assert.Matches(shell == "fish" ? $"-l {option.Name[2..]}\\b" : $"{option.Name}\\b", script);
    }

    [Fact]
    public void A_command_has_its_own_and_the_global_options()
    {
        var tree = Scripts.Example();

        Assert.Equal(["go", "stay"], tree.Commands.Select(command => command.Name));
        Assert.Equal(["--colour -c", "--everywhere", "--fast", "--help -h"], Names(tree.Commands[0].Options));
        Assert.Equal(["--everywhere", "--file", "--help -h", "--version"], Names(tree.Options));

        static IEnumerable<string> Names(IEnumerable<CompletionTree.Option> options) =>
            options.Select(option => string.Join(' ', option.Names)).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Values_are_known_if_they_can_be_listed()
    {
        var go = Scripts.Example().Commands[0];

        Assert.Equal(["that", "this"], go.Values.Order());
        Assert.Equal(["green", "red"], go.Options[0].Values.Order());
        Assert.Equal((null, 0), (go.Options[1].Value, go.Options[1].Values.Count));
    }

    [Fact]
    public void The_first_sentence_of_a_description_is_the_hint() =>
        Assert.Equal("Goes", Scripts.Example().Commands[0].Meaning);

    [Fact]
    public void Quotes_brackets_and_colons_are_escaped()
    {
        Assert.Contains(
            "'*--colour[It'\\''s \\[one\\] of a\\: few]:VALUE:(green red)'", ZshScript.Of(Scripts.Example()));
        Assert.Contains(
            @"-l colour -s c -d 'It\'s [one] of a: few' -x -a 'green red'", FishScript.Of(Scripts.Example()));
    }
}
