using System.Text.RegularExpressions;

namespace LanChat.Texts.Tests;

public sealed partial class SourceSpecs
{
    /// <summary>What only who changes the code gets to see.</summary>
    private static readonly string[] OfMistakesInTheCode = ["A room cannot be asked for this: "];

    [Fact]
    public void Nothing_that_reads_like_a_sentence_stands_outside_of_the_catalogue()
    {
        var strings = new[] { typeof(Client.Cli.ProductVersion), typeof(Languages) }
            .SelectMany(type => Code.StringsOf(type.Assembly)).ToArray();

        Assert.Contains(strings, text => text.StartsWith("sudo ufw allow", StringComparison.Ordinal));
        Assert.Equal([], strings.Where(text => Sentence().IsMatch(text)).Except(OfMistakesInTheCode));
    }

    [GeneratedRegex("^[^{/<=]*[A-Z][a-z']* [a-z']+ [a-z']+ ")]
    private static partial Regex Sentence();
}
