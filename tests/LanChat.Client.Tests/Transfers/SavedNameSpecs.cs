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
    public void A_hidden_file_is_shown_unless_it_was_asked_for(string shared, string asked, string saved) =>
        Assert.Equal(saved, SavedName.Of(shared, asked));

    [Fact]
    public void A_number_stands_before_the_ending_and_never_cuts_a_character()
    {
        Assert.Equal("a (2).txt", SavedName.Numbered("a.txt", 2));
        Assert.Equal("a (12)", SavedName.Numbered("a", 12));
        var longest = string.Concat(Enumerable.Repeat("图", 83)) + ".png";

        var numbered = SavedName.Numbered(longest, 2);

        Assert.InRange(Encoding.UTF8.GetByteCount(numbered), 250, 255);
        Assert.EndsWith("图 (2).png", numbered);
    }
}
