using FsCheck;
using FsCheck.Fluent;

namespace LanChat.Settings.Tests;

public sealed class AssignmentSpecs
{
    private const string Name = "lanchat.server.room.name";

    private static LayeredSettings Set(string assignment) => new([Layer.OfAssignment(assignment)]);

    [Theory]
    [InlineData("our room")]
    [InlineData("物联网数据平台 😀")]
    [InlineData("a = b")]
    [InlineData("it's # not // a comment")]
    [InlineData("C:\\new\\table")]
    [InlineData("${HOME} and {braces} and [brackets]")]
    [InlineData("send \"hi\"")]
    [InlineData("a, b")]
    [InlineData("true")]
    [InlineData("10.0")]
    public void A_value_is_read_verbatim(string value)
    {
        Assert.Equal(value, Set($"{Name}={value}").Text(Name));
        Assert.Equal(value, Set($" {Name} = {value} ").Text(Name));
    }

    [Fact]
    public void The_text_of_an_option_is_read_verbatim_except_for_outer_white_space()
    {
        var character = Gen.Frequency(
            (4, Gen.Choose(' ', '~')),
            (1, Gen.Choose(0x4E00, 0x9FA5)),
            (2, Gen.Elements<int>('"', '\\', '$', '{', '}', '[', ']', '#', '/', '=')),
            (1, Gen.Elements<int>('\n', '\r', '\t', '\b', '\f', 0x1B, 0x7F, 0x85, 0x2028, 0x1F600)));

        Prop.ForAll(
            character.Select(char.ConvertFromUtf32).ArrayOf().Select(string.Concat).ToArbitrary(),
            text => Assert.Equal(text.Trim(), new LayeredSettings([Layer.OfText("--name", Name, text)]).Text(Name)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData("[\"127.255.255.255\"]", "127.255.255.255")]
    [InlineData("[127.255.255.255]", "127.255.255.255")]
    [InlineData("[127.255.255.255, \"10.0.0.255\"]", "127.255.255.255", "10.0.0.255")]
    [InlineData("[]")]
    public void A_list_is_read_with_or_without_quotes(string value, params string[] items) =>
        Assert.Equal(items, Set($"lanchat.discovery.targets={value}").List("lanchat.discovery.targets"));

    [Theory]
    [InlineData("\"our room\"", "our room")]
    [InlineData("\"\"", "")]
    [InlineData("", "")]
    public void A_quoted_text_is_read_without_its_quotes(string value, string text) =>
        Assert.Equal(text, Set($"{Name}={value}").Text(Name));

    [Theory]
    [InlineData("2s", 2)]
    [InlineData("200 ms", 0.2)]
    public void Other_values_are_read_as_in_a_file(string value, double seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds), Set($"lanchat.discovery.interval={value}").Duration(
            "lanchat.discovery.interval", TimeSpan.Zero));

    [Theory]
    [InlineData("")]
    [InlineData("lanchat.server.room.name")]
    [InlineData("=x")]
    public void An_assignment_without_key_or_value_is_an_error(string assignment) =>
        Assert.Equal($"--set {assignment}: expected key=value", SettingsError.Line(() => Layer.OfAssignment(assignment)));

    [Theory]
    [InlineData("a b=x", "a b")]
    [InlineData("a\"b=x", "a\"b")]
    [InlineData("a{b=x", "a{b")]
    [InlineData("\"a\"=x", "\"a\"")]
    [InlineData(".a=x", ".a")]
    [InlineData("a.=x", "a.")]
    [InlineData("a..b=x", "a..b")]
    [InlineData(" =x", "")]
    [InlineData("名=x", "名")]
    public void An_invalid_key_is_an_error(string assignment, string key) =>
        Assert.Equal($"--set {assignment}: \"{key}\" is not a key", SettingsError.Line(() => Layer.OfAssignment(assignment)));

    [Theory]
    [InlineData("[\"a\"", "']' is missing")]
    [InlineData("\"a", "unterminated quote")]
    [InlineData("[a]]", "unexpected ']'")]
    [InlineData("\"a\"\"", "unterminated quote")]
    public void An_unbalanced_bracket_or_quote_is_an_error(string value, string flaw)
    {
        var line = SettingsError.Line(() => Layer.OfAssignment($"{Name}={value}"));

        Assert.StartsWith($"--set {Name}={value}: ", line);
        Assert.Contains(flaw, line);
    }

    [Fact]
    public void A_line_break_in_an_assignment_does_not_break_the_error_message() =>
        Assert.StartsWith("--set a b=x y: ", SettingsError.Line(() => Layer.OfAssignment("a b=x\ny")));
}
