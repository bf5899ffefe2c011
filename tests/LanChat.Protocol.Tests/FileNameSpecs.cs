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
    public void A_valid_name_is_unchanged(string name) => Assert.Equal(name, Cleaned(name));

    [Theory]
    [InlineData(" notes.txt ", "notes.txt")]
    [InlineData("\u3000notes.txt\u00A0", "notes.txt")]
    [InlineData("notes.txt...", "notes.txt")]
    [InlineData("notes. . .", "notes")]
    [InlineData("what?.txt", "what_.txt")]
    [InlineData("a<b>c\"d|e*", "a_b_c_d_e_")]
    public void White_space_final_dots_and_characters_invalid_on_Windows_are_cleaned(string name, string clean) =>
        Assert.Equal(clean, Cleaned(name));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(" ... . ")]
    [InlineData("\u3000")]
    [InlineData(" .\u3000.")]
    public void An_empty_name_is_invalid(string name) => Assert.Null(Cleaned(name));

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b")]
    [InlineData("a/")]
    [InlineData("//server/share")]
    public void A_path_is_not_a_name(string name) =>
        Assert.Equal((null, FileNameFlaw.Path), (Cleaned(name), FileName.FlawOf(name)));

    [Theory]
    [InlineData("shot 10:32:01.png", "shot 10_32_01.png")]
    [InlineData("..\\x", ".._x")]
    [InlineData("C:\\x", "C__x")]
    [InlineData("C:x", "C_x")]
    [InlineData("a\\b", "a_b")]
    [InlineData("notes.txt:stream", "notes.txt_stream")]
    public void A_path_of_another_system_is_cleaned(string name, string clean) =>
        Assert.Equal(clean, Cleaned(name));

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
    public void Control_characters_and_direction_overrides_are_invalid(string name) => Assert.Null(Cleaned(name));

    [Fact]
    public void A_cleaned_long_name_is_neither_empty_nor_a_device()
    {
        Assert.Equal("_nul", Cleaned("nul" + new string(' ', 300) + "x"));
        Assert.Equal("_", Cleaned(new string('.', 300) + " a"));
    }

    [Fact]
    public void A_lone_surrogate_is_invalid() => Assert.Null(Cleaned("a\uD83D"));

    [Theory]
    [InlineData("CON", "_CON")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("Nul.tar.gz", "_Nul.tar.gz")]
    [InlineData("aux .txt", "_aux .txt")]
    [InlineData("aux.c", "_aux.c")]
    [InlineData("prn.", "_prn")]
    [InlineData(" com1 ", "_com1")]
    [InlineData("lpt9.log", "_lpt9.log")]
    [InlineData("COM²", "_COM²")]
    [InlineData("conin$", "_conin$")]
    [InlineData("CONOUT$.x", "_CONOUT$.x")]
    [InlineData("CON:", "CON_")]
    public void A_Windows_device_name_is_changed(string name, string clean) =>
        Assert.Equal(clean, Cleaned(name));

    [Theory]
    [InlineData("Cafe\u0301.txt", "Caf\u00E9.txt")]
    [InlineData("\u1112\u1161\u11AB.png", "\uD55C.png")]
    [InlineData("A\u030A", "\u00C5")]
    public void A_decomposed_name_is_composed(string name, string clean) => Assert.Equal(clean, Cleaned(name));

    public static TheoryData<string, string> LongNames => new()
    {
        { new string('a', 255), new string('a', 255) },
        { new string('a', 256), new string('a', 255) },
        { new string('a', 255) + "   ", new string('a', 255) },
        { new string('豆', 85), new string('豆', 85) },
        { new string('豆', 86), new string('豆', 85) },
        { new string('好', 100) + ".txt", new string('好', 83) + ".txt" },
        { new string('a', 300) + ".tar.gz", new string('a', 248) + ".tar.gz" },
        { new string('a', 300) + "." + new string('b', 40), new string('a', 255) },
        { new string('a', 250) + " " + new string('a', 50) + ".txt", new string('a', 250) + ".txt" },
        { new string('a', 253) + "😀😀", new string('a', 253) },
        { new string('a', 240) + "👨‍👩‍👧‍👦.png", new string('a', 240) + ".png" },
        { "." + new string('a', 300), "." + new string('a', 254) },
        { new string('.', 300) + "a", ".a" },
    };

    [Theory]
    [MemberData(nameof(LongNames))]
    public void A_long_name_is_shortened_at_a_character_and_keeps_its_extension(string name, string clean) =>
        Assert.Equal(clean, Cleaned(name));

    [Fact]
    public void A_cleaned_name_is_plain_and_stays_the_same() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        if (Cleaned(text) is not { } name) return;
        Assert.Equal(name, Cleaned(name));
        Assert.Equal(name, Path.GetFileName(name));
        Assert.DoesNotContain(name, c => char.IsControl(c) || "/\\:<>\"|?*".Contains(c));
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, FileName.LongestLength);
    }, times: 3000);
}
