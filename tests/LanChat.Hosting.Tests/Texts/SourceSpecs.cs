using System.Text.RegularExpressions;

namespace LanChat.Texts.Tests;

public sealed partial class SourceSpecs
{
    /// <summary>Messages for developers only.</summary>
    private static readonly string[] DeveloperMessages = ["A room cannot be asked for this: "];

    [Fact]
    public void No_sentence_is_outside_the_language_files()
    {
        var strings = new[] { typeof(Client.Cli.ProductVersion), typeof(Languages) }
            .SelectMany(type => Code.StringsOf(type.Assembly)).ToArray();

        Assert.Contains(strings, text => text.StartsWith("sudo ufw allow", StringComparison.Ordinal));
        Assert.Equal([], strings.Where(text => Sentence().IsMatch(text)).Except(DeveloperMessages));
    }

    [GeneratedRegex("^[^{/<=]*[A-Z][a-z']* [a-z']+ [a-z']+ ")]
    private static partial Regex Sentence();
}
