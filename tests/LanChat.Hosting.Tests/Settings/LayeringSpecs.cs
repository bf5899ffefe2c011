namespace LanChat.Settings.Tests;

public sealed class LayeringSpecs
{
    private const string Name = "lanchat.server.room.name";
    private const string History = "lanchat.server.room.history-size";

    private static readonly Layer File = Layer.Parse("my.conf", """
        lanchat.server.room {
          name = from the file
          history-size = 20
        }
        """);

    [Fact]
    public void Without_layers_the_reference_applies()
    {
        var settings = new LayeredSettings([]);

        Assert.Equal("", settings.Text(Name));
        Assert.Equal(50, settings.Number(History, 0, 100));
        Assert.Equal(8001, settings.Port("lanchat.server.listen.json"));
    }

    [Fact]
    public void The_first_layer_with_a_key_applies()
    {
        var settings = new LayeredSettings(
            [Layer.OfText("--name", Name, "from the option"), Layer.OfAssignment($"{Name}=from --set"), File]);

        Assert.Equal("from the option", settings.Text(Name));
        Assert.Equal(20, settings.Number(History, 0, 100));
        Assert.Equal(8001, settings.Port("lanchat.server.listen.json"));
    }

    [Fact]
    public void An_empty_layer_changes_nothing()
    {
        Assert.Equal(20, new LayeredSettings([Layer.Parse("empty.conf", ""), File]).Number(History, 0, 100));
        Assert.Equal(20, new LayeredSettings([File, Layer.Parse("empty.conf", "# nothing\n")]).Number(History, 0, 100));
        Assert.Empty(Layer.Parse("empty.conf", "").Keys());
    }

    [Fact]
    public void A_list_replaces_a_list() => Assert.Equal(
        ["10.0.0.255"],
        new LayeredSettings([
            Layer.OfAssignment("lanchat.discovery.targets=[10.0.0.255]"),
            Layer.Parse("my.conf", "lanchat.discovery.targets = [\"1.1.1.1\", \"2.2.2.2\"]"),
        ]).List("lanchat.discovery.targets"));

    [Fact]
    public void An_error_names_the_layer_that_applies()
    {
        var settings = new LayeredSettings([Layer.Parse("empty.conf", ""), Layer.OfAssignment($"{Name}=x"), File]);

        Assert.Equal($"{Name} (--set {Name}=x): is odd", settings.Wrong(Name, "is odd").Message);
        Assert.Equal($"{History} (my.conf): is odd", settings.Wrong(History, "is odd").Message);
        Assert.Equal("lanchat.server.listen.json (reference.conf): is odd", settings.Wrong(
            "lanchat.server.listen.json", "is odd").Message);
    }

    [Fact]
    public void The_settings_of_Akka_are_layered_as_well()
    {
        var settings = new LayeredSettings(
            [Layer.OfAssignment("akka.loglevel=DEBUG"), Layer.Parse("my.conf", "akka.actor.anything = 7")]);

        Assert.Equal("DEBUG", settings.Config.GetString("akka.loglevel"));
        Assert.Equal(7, settings.Config.GetInt("akka.actor.anything"));
        Assert.Equal("off", settings.Config.GetString("akka.log-dead-letters"));
    }
}
