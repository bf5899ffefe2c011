using System.Text;

namespace LanChat.Protocol.Tests;

public sealed class FileNameSpecs
{
    private static string? Cleaned(string name)
    {
        Assert.Equal(FileName.TryClean(name, out var clean), clean is not null);
        return clean;
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("小糖豆 的文件.tar.gz")]
    [InlineData("😀")]
    [InlineData(".gitignore")]
    [InlineData("a..b")]
    [InlineData("~")]
    [InlineData("-rf")]
    [InlineData("100%")]
    [InlineData("controls.txt")]
    [InlineData("com10")]
    [InlineData("a.con")]
    [InlineData("$(reboot);'`&.txt")]
    public void A_good_name_stays_as_it_is(string name) => Assert.Equal(name, Cleaned(name));

    [Theory]
    [InlineData(" notes.txt ", "notes.txt")]
    [InlineData("\u3000notes.txt\u00A0", "notes.txt")]
    [InlineData("notes.txt...", "notes.txt")]
    [InlineData("notes. . .", "notes")]
    [InlineData("what?.txt", "what_.txt")]
    [InlineData("a<b>c\"d|e*", "a_b_c_d_e_")]
    public void White_space_at_the_ends_dots_at_the_end_and_what_windows_has_in_no_name_are_cleaned(string name, string clean) =>
        Assert.Equal(clean, Cleaned(name));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(" ... . ")]
    [InlineData("\u3000")]
    public void Nothing_is_no_name(string name) => Assert.Null(Cleaned(name));

    [Theory]
    [InlineData("../x")]
    [InlineData("..\\x")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x")]
    [InlineData("C:x")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a/")]
    [InlineData("\\\\server\\share")]
    [InlineData("notes.txt:stream")]
    public void A_path_is_no_name(string name) => Assert.Null(Cleaned(name));

    [Theory]
    [InlineData("a\0.txt")]
    [InlineData("a\nb")]
    [InlineData("a\n")]
    [InlineData("\ta")]
    [InlineData("a\u001b[2J")]
    [InlineData("a\u007f")]
    [InlineData("a\u0085")]
    [InlineData("a\u2028b")]
    [InlineData("exe.\u202Etxt.")]
    [InlineData("a\u2066b")]
    [InlineData(" .\u3000.")]
    public void Controls_and_direction_overrides_are_in_no_name(string name) => Assert.Null(Cleaned(name));

    [Fact]
    public void Half_a_character_is_in_no_name() => Assert.Null(Cleaned("a\uD83D"));

    [Theory]
    [InlineData("CON")]
    [InlineData("con.txt")]
    [InlineData("Nul.tar.gz")]
    [InlineData("aux .txt")]
    [InlineData("prn.")]
    [InlineData("COM1")]
    [InlineData("lpt9.log")]
    [InlineData("COM²")]
    [InlineData("conin$")]
    [InlineData("CONOUT$.x")]
    public void What_windows_calls_a_device_is_no_name(string name) => Assert.Null(Cleaned(name));

    [Fact]
    public void A_name_takes_at_most_255_bytes()
    {
        Assert.NotNull(Cleaned(new string('a', 255)));
        Assert.Null(Cleaned(new string('a', 256)));
        Assert.Null(Cleaned(new string('a', 300)));
        Assert.NotNull(Cleaned(new string('豆', 85)));
        Assert.Null(Cleaned(new string('豆', 86)));
        Assert.Equal(new string('a', 255), Cleaned(new string('a', 255) + "   "));
    }

    [Fact]
    public void Whatever_is_left_is_a_plain_name_and_stays_clean() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        if (Cleaned(text) is not { } name) return;
        Assert.Equal(name, Cleaned(name));
        Assert.Equal(name, Path.GetFileName(name));
        Assert.DoesNotContain(name, c => char.IsControl(c) || "/\\:<>\"|?*".Contains(c));
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, FileName.LongestLength);
    }, times: 3000);
}
