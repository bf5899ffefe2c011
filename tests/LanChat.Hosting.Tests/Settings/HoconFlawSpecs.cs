namespace LanChat.Settings.Tests;

public sealed class HoconFlawSpecs
{
    private static string Line(string text)
    {
        var line = SettingsError.Line(() => Layer.Parse("my.conf", text));
        Assert.StartsWith("my.conf: ", line);
        return line["my.conf: ".Length..];
    }

    [Theory]
    [InlineData("lanchat {\n  server {\n}\n", "line 1: '}' is missing")]
    [InlineData("lanchat {\n  a = [1, 2\n", "line 2: ']' is missing")]
    [InlineData("lanchat {\n}\n}\n", "line 3: unexpected '}'")]
    [InlineData("a = \"\"\"one\ntwo\n\"\"\"\n}\n", "line 4: unexpected '}'")]
    [InlineData("a = 1\n]\n", "line 2: unexpected ']'")]
    [InlineData("lanchat {\n  a = [1\n}\n", "line 3: expected ']' for line 2, found '}'")]
    [InlineData("a = [1, {b = 2]\n", "line 1: expected '}' for line 1, found ']'")]
    public void An_unbalanced_bracket_is_reported_with_its_line(string text, string flaw) =>
        Assert.Equal(flaw, Line(text));

    [Theory]
    [InlineData("a = 1\nb = \"two\nc = 3\n", 2)]
    [InlineData("a = \"one\\\"\n", 1)]
    [InlineData("\n\n\"a = 1", 3)]
    [InlineData("a = \"\"\"one\ntwo\"\n", 1)]
    public void An_unterminated_quote_is_reported_with_its_line(string text, int line) =>
        Assert.Equal($"line {line}: unterminated quote", Line(text));

    [Theory]
    [InlineData("name =", 1)]
    [InlineData("name =\n", 1)]
    [InlineData("lanchat.server.room {\n  name = \r\n  notice = x\n}", 2)]
    [InlineData("\nname = }", 2)]
    [InlineData("name = # later\n", 1)]
    [InlineData("name = // later", 1)]
    [InlineData("name = , notice = x", 1)]
    public void A_missing_value_is_reported_with_its_line(string text, int line) =>
        Assert.Equal($"line {line}: a value is missing after '='", Line(text));

    [Theory]
    [InlineData("lanchat.server.room.name\n")]
    [InlineData("lanchat.server.room.name = our {room}\n")]
    [InlineData("lanchat.server.room.name = 1,2\n")]
    [InlineData("lanchat.server.listen.address = ::1\n")]
    [InlineData("lanchat.server.room.name = \"\\q\"\n")]
    [InlineData("include \"other.conf\"\n")]
    [InlineData("akka.loglevel\n")]
    [InlineData("just some words\nand more of them\n")]
    [InlineData("<xml/>\n")]
    [InlineData("lanchat.server.room.name = x\ngarbage\n")]
    [InlineData("= x\n")]
    [InlineData("lanchat.server.room.name = ${nowhere}\n")]
    public void Invalid_HOCON_is_reported_with_its_file(string text) =>
        Assert.Contains("my.conf", SettingsError.Line(() => new LayeredSettings([Layer.Parse("my.conf", text)])));

    [Theory]
    [InlineData("# { [ \" '\nlanchat.server.room.name = x")]
    [InlineData("// { [ \"\nlanchat.server.room.name = x # }")]
    [InlineData("lanchat.server.room.name = \"{ [ # // \\\" ]\"\n")]
    [InlineData("lanchat.server.room.name = \"\"\"{ \"[\" #\n}\"\"\"\n")]
    [InlineData("{ lanchat { server { room { name : x } } } }")]
    [InlineData("{\"lanchat\": {\"discovery\": {\"targets\": [\"a]\", \"{b\"]}}}")]
    [InlineData("lanchat.server.room.name = x\r\nlanchat.server.room.notice = y\r\n")]
    public void Brackets_and_quotes_in_comments_and_texts_are_valid(string text) =>
        Assert.NotEmpty(new LayeredSettings([Layer.Parse("my.conf", text)]).Text("lanchat.server.listen.json"));
}
