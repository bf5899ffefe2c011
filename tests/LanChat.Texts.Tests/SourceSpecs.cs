using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace LanChat.Texts.Tests;

public sealed partial class SourceSpecs
{
    /// <summary>What only who changes the code gets to see.</summary>
    private static readonly string[] OfMistakesInTheCode = ["A room cannot be asked for this: "];

    [Fact]
    public void Nothing_that_reads_like_a_sentence_stands_outside_of_the_catalogue()
    {
        var strings = new[] { typeof(Client.Cli.ProductVersion), typeof(Cli.ProgramCall), typeof(Settings.Layer) }
            .SelectMany(type => StringsOf(type.Assembly)).ToArray();

        Assert.Contains(strings, text => text.StartsWith("sudo ufw allow", StringComparison.Ordinal));
        Assert.Equal([], strings.Where(text => Sentence().IsMatch(text)).Except(OfMistakesInTheCode));
    }

    /// <summary>An assembly has a heap of all that stands in quotes in its source.</summary>
    private static IEnumerable<string> StringsOf(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            yield return metadata.GetUserString(handle);
    }

    [GeneratedRegex("^[^{/<=]*[A-Z][a-z']* [a-z']+ [a-z']+ ")]
    private static partial Regex Sentence();
}
