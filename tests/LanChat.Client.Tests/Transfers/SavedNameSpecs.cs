using System.Text;
using LanChat.Client.Transfers;

namespace LanChat.Client.Tests.Transfers;

public sealed class SavedNameSpecs
{
    [Theory]
    [InlineData("a.txt", "", "a.txt")]
    [InlineData(".bashrc", "", "bashrc")]
    [InlineData(".bashrc", "bashrc", "bashrc")]
    [InlineData(".bashrc", ".bashrc", ".bashrc")]
    [InlineData("..profile", "", "profile")]
    [InlineData(".con", "", "_con")]
    [InlineData("../x", "../x", "file")]
    public void A_hidden_name_loses_its_dot_unless_it_was_requested(string shared, string asked, string saved) =>
        Assert.Equal(saved, SavedName.Of(shared, asked));

    [Fact]
    public void A_number_is_inserted_before_the_extension_without_splitting_characters()
    {
        Assert.Equal("a (2).txt", SavedName.Numbered("a.txt", 2));
        Assert.Equal("a (12)", SavedName.Numbered("a", 12));
        var longest = string.Concat(Enumerable.Repeat("图", 83)) + ".png";

        var numbered = SavedName.Numbered(longest, 2);

        Assert.InRange(Encoding.UTF8.GetByteCount(numbered), 250, 255);
        Assert.EndsWith("图 (2).png", numbered);
    }
}
