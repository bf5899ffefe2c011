namespace LanChat.Settings.Tests;

public sealed class UnknownKeySpecs
{
    private static string Line(string text) => SettingsError.Line(() => new LayeredSettings([Layer.Parse("my.conf", text)]));

    [Theory]
    [InlineData("lanchat.server.room.nam = x", "lanchat.server.room.nam")]
    [InlineData("lanchat { server { room { colour = red } } }", "lanchat.server.room.colour")]
    [InlineData("name = x", "name")]
    [InlineData("Lanchat.server.room.name = x", "Lanchat.server.room.name")]
    [InlineData("lanchat.server.room.name.first = x", "lanchat.server.room.name.first")]
    [InlineData("lanchat.server.room = x", "lanchat.server.room")]
    [InlineData("akka = x", "akka")]
    [InlineData("akkas.loglevel = DEBUG", "akkas.loglevel")]
    public void An_unknown_key_is_an_error(string text, string key) => Assert.Equal(
        $"{key} (my.conf): unknown setting; see hocon/reference.conf", Line(text));

    [Fact]
    public void An_unknown_key_is_found_in_any_layer()
    {
        Layer good = Layer.Parse(
            "good.conf", "lanchat.server.room.name = x"), bad = Layer.OfAssignment("lanchat.colour=red");

        Assert.StartsWith(
            "lanchat.colour (--set lanchat.colour=red)", SettingsError.Line(() => new LayeredSettings([bad, good])));
        Assert.StartsWith(
            "lanchat.colour (--set lanchat.colour=red)", SettingsError.Line(() => new LayeredSettings([good, bad])));
        Assert.StartsWith("lanchat.colour (my.conf)", Line(
            "lanchat.server.room.name = x\nlanchat.colour = red\nlanchat.discovery.port=1"));
    }

    [Fact]
    public void Unknown_keys_of_Akka_are_accepted() =>
        Assert.Equal("x", new LayeredSettings(
            [Layer.Parse("my.conf", "akka.whatever.it.is = x")]).Config.GetString("akka.whatever.it.is"));
}
